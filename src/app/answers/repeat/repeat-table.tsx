import { useQueryClient } from "@tanstack/react-query";
import Button from "antd/es/button";
import { useCallerCalls } from "#app/answers/use-caller-calls.ts";
import { rememberRecord } from "#app/api/known-record.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { useRepeatWords } from "#app/i18n/use-repeat-words.ts";
import { outsideText } from "#app/ui/outside-text.tsx";
import { ToneDot } from "#app/ui/tone-dot.tsx";
import { useChange } from "#app/view/use-view.tsx";
import type { RepeatCaller } from "#contract/api/repeat.ts";
import { toneOf } from "#contract/record/tones.ts";
import { enumLabel } from "#labels/labels.ts";
import { customerText } from "./customer-text.ts";
import { gapText } from "./gap-text.ts";
import answer from "#app/answers/answer.module.css";
import classes from "./repeat.module.css";

interface RepeatTableProps {
  readonly callers: readonly RepeatCaller[];
  readonly asOf: number;
}

/** A line for each customer, who has the most calls first; theirs are a click away. */
export function RepeatTable({ callers, asOf }: RepeatTableProps) {
  const words = useRepeatWords();
  const { columns } = words;
  return (
    <table aria-label={words.title} className={answer["table"]}>
      <thead>
        <tr>
          <th scope="col">{columns.number}</th>
          <th scope="col" data-figure aria-sort="descending">
            {columns.calls}
          </th>
          <th scope="col" data-figure>
            {columns.together}
          </th>
          <th scope="col">{columns.first}</th>
          <th scope="col">{columns.last}</th>
          <th scope="col" data-figure>
            {columns.shortest}
          </th>
          <th scope="col">{columns.endings}</th>
          <th scope="col">{columns.agents}</th>
          <th scope="col">{columns.groups}</th>
        </tr>
      </thead>
      <tbody>
        {callers.map((caller, place) => (
          <RepeatRow key={caller.call.contactId ?? place} caller={caller} asOf={asOf} />
        ))}
      </tbody>
    </table>
  );
}

function RepeatRow({ caller, asOf }: { readonly caller: RepeatCaller; readonly asOf: number }) {
  const words = useRepeatWords();
  const formats = useFormats();
  const labels = useLabels();
  const client = useQueryClient();
  const change = useChange();
  const callsOf = useCallerCalls();
  const { call, calls, together, firstAt, lastAt, shortestMs, endings, agents, groups } = caller;
  const number = customerText(call);
  const last = formats.instantShort(lastAt, asOf);
  const cellOf = (people: RepeatCaller["agents"]) => {
    const names = people.map(({ id, name }) => name ?? id).join(words.separator);
    return (
      <td className={answer["people"]} title={names}>
        {names === "" ? "–" : outsideText(names)}
      </td>
    );
  };
  const ended = endings
    .map((ending) => enumLabel(labels, "contactDisposition", ending))
    .join(words.separator);
  return (
    <tr>
      <th scope="row">
        <Button
          type="link"
          size="small"
          className={answer["open"] ?? ""}
          aria-label={words.theirs(number)}
          onClick={() => callsOf(call)}
        >
          {outsideText(number)}
        </Button>
      </th>
      <td data-figure>{formats.count(calls)}</td>
      <td data-figure>{formats.count(together)}</td>
      <td>{formats.instantShort(firstAt, asOf)}</td>
      <td>
        <Button
          type="link"
          size="small"
          className={answer["open"] ?? ""}
          disabled={call.contactId === undefined}
          aria-label={words.open(last)}
          onClick={() => {
            const { contactId } = call;
            if (contactId === undefined) return;
            rememberRecord(client, call);
            change({ record: contactId });
          }}
        >
          {last}
        </Button>
      </td>
      <td data-figure>{gapText(shortestMs, words, formats)}</td>
      <td>
        <span role="img" aria-label={ended} title={ended} className={classes["dots"]}>
          {endings.map((ending, place) => (
            // The same may come several times, and the list is never arranged anew.
            <ToneDot key={place} tone={toneOf("contactDisposition", ending)} />
          ))}
        </span>
      </td>
      {cellOf(agents)}
      {cellOf(groups)}
    </tr>
  );
}
