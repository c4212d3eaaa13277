import type { AnswerTable } from "#app/answers/use-answer-export.ts";
import type { BackWords } from "#app/i18n/back-words-zh-cn.ts";
import type { WaitingCaller } from "#contract/api/call-back.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { RecordField } from "#contract/record/record-fields.ts";
import { fieldText, type Words } from "#labels/field-text.ts";
import { recordCell } from "#sheet/record-sheet.ts";
import type { Cell } from "#sheet/sheet.ts";

/** The list as a sheet, with the numbers as this reader sees them. */
export function backSheet(
  callers: readonly WaitingCaller[],
  back: BackWords,
  words: Words,
  notes: AnswerTable["notes"],
): AnswerTable {
  const { columns } = back;
  const { instant, timeZone, seconds } = words.formats;
  const at = (heading: string) =>
    ({ kind: "instant", heading: `${heading} (${timeZone})` }) as const;
  const instantCell = (ms: number | undefined): Cell =>
    ms === undefined ? undefined : { kind: "instant", text: instant(ms) };
  const cellWords = {
    text: (record: CallRecord, field: RecordField) => fieldText(record, field, words),
    instant,
  };
  return {
    head: {
      title: back.title,
      columns: [
        { kind: "text", heading: columns.number },
        { kind: "integer", heading: columns.tries },
        { kind: "seconds", heading: columns.longest },
        at(columns.first),
        at(columns.last),
        { kind: "text", heading: columns.group },
        { kind: "text", heading: columns.how },
        { kind: "integer", heading: columns.inVain },
        at(columns.lastInVain),
        { kind: "text", heading: words.labels.fields.contactId },
      ],
    },
    rows: callers.map(({ call, tries, firstAt, longestWait, inVain }) => [
      recordCell(call, "callingNumber", cellWords),
      { kind: "integer", integer: tries },
      longestWait === undefined
        ? undefined
        : { kind: "seconds", seconds: longestWait, text: seconds(longestWait) },
      instantCell(firstAt),
      instantCell(call.startTime),
      recordCell(call, "skillGroupNames", cellWords),
      recordCell(call, "contactDisposition", cellWords),
      { kind: "integer", integer: inVain?.count ?? 0 },
      instantCell(inVain?.lastAt),
      recordCell(call, "contactId", cellWords),
    ]),
    notes,
  };
}
