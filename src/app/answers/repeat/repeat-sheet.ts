import type { AnswerTable } from "#app/answers/use-answer-export.ts";
import type { RepeatWords } from "#app/i18n/repeat-words-zh-cn.ts";
import type { RepeatCaller } from "#contract/api/repeat.ts";
import type { Words } from "#labels/field-text.ts";
import { enumLabel } from "#labels/labels.ts";
import { customerText } from "./customer-text.ts";

/** The list as a sheet, with the numbers as this reader sees them. */
export function repeatSheet(
  callers: readonly RepeatCaller[],
  repeat: RepeatWords,
  { labels, formats }: Words,
  notes: readonly string[],
): AnswerTable {
  const { columns } = repeat;
  const textCell = (text: string) => ({ kind: "text", text }) as const;
  const instantCell = (ms: number) => ({ kind: "instant", text: formats.instant(ms) }) as const;
  const names = (people: RepeatCaller["agents"]) =>
    textCell(people.map(({ id, name }) => name ?? id).join(repeat.separator));
  const at = (heading: string) =>
    ({ kind: "instant", heading: `${heading} (${formats.timeZone})` }) as const;
  return {
    head: {
      title: repeat.title,
      columns: [
        { kind: "text", heading: columns.number },
        { kind: "integer", heading: columns.calls },
        { kind: "integer", heading: columns.together },
        at(columns.first),
        at(columns.last),
        { kind: "seconds", heading: columns.shortest },
        { kind: "text", heading: columns.endings },
        { kind: "text", heading: columns.agents },
        { kind: "text", heading: columns.groups },
        { kind: "text", heading: labels.fields.contactId },
      ],
    },
    rows: callers.map((one) => {
      const seconds = Math.floor(one.shortestMs / 1_000);
      const ended = one.endings.map((value) => enumLabel(labels, "contactDisposition", value));
      return [
        textCell(customerText(one.call)),
        { kind: "integer", integer: one.calls },
        { kind: "integer", integer: one.together },
        instantCell(one.firstAt),
        instantCell(one.lastAt),
        { kind: "seconds", seconds, text: formats.seconds(seconds) },
        textCell(ended.join(repeat.separator)),
        names(one.agents),
        names(one.groups),
        textCell(one.call.contactId ?? ""),
      ];
    }),
    notes: notes.map((note) => [repeat.title, note]),
  };
}
