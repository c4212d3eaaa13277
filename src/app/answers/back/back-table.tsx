import { useQueryClient } from "@tanstack/react-query";
import Button from "antd/es/button";
import { SortHeading, type TableSort } from "#app/answers/sort-heading.tsx";
import { useCallerCalls } from "#app/answers/use-caller-calls.ts";
import { rememberRecord } from "#app/api/known-record.ts";
import { useBackWords } from "#app/i18n/use-back-words.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { outsideText } from "#app/ui/outside-text.tsx";
import { ToneDot } from "#app/ui/tone-dot.tsx";
import { useChange } from "#app/view/use-view.tsx";
import type { WaitingCaller } from "#contract/api/call-back.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { toneOf } from "#contract/record/tones.ts";
import { enumLabel } from "#labels/labels.ts";
import { agoText } from "./ago-text.ts";
import type { BackColumn } from "./sort-callers.ts";
import classes from "#app/answers/answer.module.css";

interface BackTableProps {
  /** In the order in which they are shown. */
  readonly callers: readonly WaitingCaller[];
  /** What "ago" counts from, ms. */
  readonly upTo: number;
  readonly sort: TableSort<BackColumn>;
  readonly onSort: (sort: TableSort<BackColumn>) => void;
}

/** A line for each caller; the last call opens, and theirs are a click away. */
export function BackTable({ callers, upTo, sort, onSort }: BackTableProps) {
  const words = useBackWords();
  const { columns } = words;
  const callsOf = useCallerCalls();
  const heading = (column: BackColumn, isFigure = false) => (
    <SortHeading
      column={column}
      label={columns[column]}
      isFigure={isFigure}
      sort={sort}
      onSort={onSort}
    />
  );
  return (
    <table aria-label={words.title} className={classes["table"]}>
      <thead>
        <tr>
          <th scope="col">{columns.number}</th>
          {heading("last")}
          {heading("tries", true)}
          {heading("longest", true)}
          {heading("group")}
          {heading("how")}
          {heading("inVain")}
          <th scope="col" aria-label={words.theirs} />
        </tr>
      </thead>
      <tbody>
        {callers.map((one) => (
          <CallerRow key={one.caller} caller={one} upTo={upTo} onTheirs={callsOf} />
        ))}
      </tbody>
    </table>
  );
}

interface CallerRowProps {
  readonly caller: WaitingCaller;
  readonly upTo: number;
  readonly onTheirs: (call: CallRecord) => void;
}

function CallerRow({ caller, upTo, onTheirs }: CallerRowProps) {
  const words = useBackWords();
  const formats = useFormats();
  const labels = useLabels();
  const client = useQueryClient();
  const change = useChange();
  const { call, tries, longestWait, inVain } = caller;
  const { contactId, startTime = 0, callingNumber = "", contactDisposition = "" } = call;
  const groups = call.skillGroupNames?.join(" › ");
  const at = formats.instantShort(startTime, upTo);
  const open = (record: CallRecord) => {
    if (contactId === undefined) return;
    rememberRecord(client, record);
    change({ record: contactId });
  };
  return (
    <tr>
      <th scope="row">{outsideText(callingNumber)}</th>
      <td>
        <Button
          type="link"
          size="small"
          className={classes["open"] ?? ""}
          disabled={contactId === undefined}
          aria-label={words.open(at)}
          onClick={() => open(call)}
        >
          {at}
        </Button>{" "}
        <span className={classes["faint"]}>{agoText(upTo - startTime, words, formats)}</span>
      </td>
      <td data-figure>{formats.count(tries)}</td>
      <td data-figure>{longestWait === undefined ? "–" : formats.seconds(longestWait)}</td>
      <td className={classes["people"]} title={groups}>
        {groups === undefined ? "–" : outsideText(groups)}
      </td>
      <td>
        <ToneDot tone={toneOf("contactDisposition", contactDisposition)} />
        {enumLabel(labels, "contactDisposition", contactDisposition)}
      </td>
      <td>
        {inVain === undefined
          ? "–"
          : words.tried(formats.count(inVain.count), formats.clockShort(inVain.lastAt, upTo))}
      </td>
      <td className={classes["way"]}>
        <Button type="link" size="small" onClick={() => onTheirs(call)}>
          {words.theirs}
        </Button>
      </td>
    </tr>
  );
}
