import { useQueryClient } from "@tanstack/react-query";
import Button from "antd/es/button";
import { rememberRecord } from "#app/api/known-record.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { useSampleWords } from "#app/i18n/use-sample-words.ts";
import { outsideText } from "#app/ui/outside-text.tsx";
import { ToneDot } from "#app/ui/tone-dot.tsx";
import { useChange } from "#app/view/use-view.tsx";
import type { DrawnLine } from "#contract/api/sample.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { RecordField } from "#contract/record/record-fields.ts";
import { toneOf } from "#contract/record/tones.ts";
import { fieldText } from "#labels/field-text.ts";
import type { Heard } from "./use-heard.ts";
import answer from "#app/answers/answer.module.css";
import classes from "./sample.module.css";

/** Beside when a call was, and whether it has been heard. */
export const SAMPLE_FIELDS = [
  "contactType",
  "agentNames",
  "skillGroupNames",
  "talkTime",
  "contactDisposition",
  "satisfactionIndex",
  "recordingReady",
] as const satisfies readonly RecordField[];

const isOfPeople = (field: RecordField) => field === "agentNames" || field === "skillGroupNames";

interface SampleTableProps {
  readonly parts: readonly DrawnLine[];
  readonly asOf: number;
  readonly heard: Heard;
  readonly onMark: (contactId: string, isHeard: boolean) => void;
}

/** The calls that were drawn, in the order in which they were; each opens, and is ticked once it was heard. */
export function SampleTable({ parts, asOf, heard, onMark }: SampleTableProps) {
  const words = useSampleWords();
  const labels = useLabels();
  const { count } = useFormats();
  return (
    <table aria-label={words.title} className={answer["table"]}>
      <thead>
        <tr>
          <th scope="col">{words.heard}</th>
          <th scope="col">{labels.fields.startTime}</th>
          {SAMPLE_FIELDS.map((field) => (
            <th key={field} scope="col" data-figure={field === "talkTime" || undefined}>
              {labels.fields[field]}
            </th>
          ))}
        </tr>
      </thead>
      {parts.map(({ agent, calls }) => (
        <tbody key={agent?.id ?? ""}>
          {agent && (
            <tr>
              <th scope="rowgroup" colSpan={SAMPLE_FIELDS.length + 2} className={classes["agent"]}>
                {outsideText(agent.name ?? agent.id)}{" "}
                <span className={answer["faint"]}>
                  {agent.among === null
                    ? words.agentUnknown(count(calls.length))
                    : words.agentOf(count(calls.length), count(agent.among))}
                </span>
              </th>
            </tr>
          )}
          {calls.map((record, place) => (
            <SampleRow
              // What has no id may come twice.
              key={record.contactId ?? place}
              record={record}
              asOf={asOf}
              isHeard={record.contactId !== undefined && heard.has(record.contactId)}
              onMark={onMark}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface SampleRowProps {
  readonly record: CallRecord;
  readonly asOf: number;
  readonly isHeard: boolean;
  readonly onMark: SampleTableProps["onMark"];
}

function SampleRow({ record, asOf, isHeard, onMark }: SampleRowProps) {
  const words = useSampleWords();
  const labels = useLabels();
  const formats = useFormats();
  const client = useQueryClient();
  const change = useChange();
  const { contactId, startTime = 0, contactDisposition = "" } = record;
  const at = formats.instantShort(startTime, asOf);
  const cellWords = { labels, formats, nowMs: asOf };
  const open = () => {
    if (contactId === undefined) return;
    rememberRecord(client, record);
    change({ record: contactId });
  };
  return (
    <tr onClick={open}>
      <td>
        <input
          type="checkbox"
          aria-label={words.markHeard(at)}
          disabled={contactId === undefined}
          checked={isHeard}
          onClick={(event) => event.stopPropagation()}
          onChange={({ currentTarget }) => {
            if (contactId !== undefined) onMark(contactId, currentTarget.checked);
          }}
        />
      </td>
      <th scope="row">
        <Button
          type="link"
          size="small"
          className={answer["open"] ?? ""}
          disabled={contactId === undefined}
          aria-label={words.open(at)}
          onClick={(event) => {
            event.stopPropagation();
            open();
          }}
        >
          {at}
        </Button>
      </th>
      {SAMPLE_FIELDS.map((field) => {
        const text = fieldText(record, field, cellWords);
        return (
          <td
            key={field}
            data-figure={field === "talkTime" || undefined}
            className={isOfPeople(field) ? answer["people"] : undefined}
            title={isOfPeople(field) ? text : undefined}
          >
            {field === "contactDisposition" && (
              <ToneDot tone={toneOf("contactDisposition", contactDisposition)} />
            )}
            {text === undefined ? "–" : outsideText(text)}
          </td>
        );
      })}
    </tr>
  );
}
