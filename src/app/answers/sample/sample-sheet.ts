import type { AnswerTable } from "#app/answers/use-answer-export.ts";
import type { SampleWords } from "#app/i18n/sample-words-zh-cn.ts";
import type { DrawnLine } from "#contract/api/sample.ts";
import type { RecordField } from "#contract/record/record-fields.ts";
import { fieldText, type Words } from "#labels/field-text.ts";
import { recordSheet } from "#sheet/record-sheet.ts";
import type { Heard } from "./use-heard.ts";

/** With the id: several may have one name. */
function agentText(agent: DrawnLine["agent"]): string {
  if (agent === undefined) return "";
  return agent.name === undefined ? agent.id : `${agent.name} (${agent.id})`;
}

/** The sample as a sheet: its calls, of whom they were drawn, and whether they have been heard. */
export function sampleSheet(
  parts: readonly DrawnLine[],
  fields: readonly RecordField[],
  heard: Pick<Heard, "has">,
  sample: SampleWords,
  words: Words,
): AnswerTable {
  const { labels, formats } = words;
  const sheet = recordSheet(["startTime", ...fields], {
    title: sample.title,
    timeZone: formats.timeZone,
    heading: (field) => labels.fields[field],
    text: (record, field) => fieldText(record, field, words),
    instant: formats.instant,
  });
  const isOfAgents = parts.some(({ agent }) => agent !== undefined);
  const textCell = (text: string) => ({ kind: "text", text }) as const;
  return {
    head: {
      title: sample.title,
      columns: [
        ...(isOfAgents ? [{ kind: "text", heading: sample.agentColumn } as const] : []),
        ...sheet.head.columns,
        { kind: "text", heading: sample.heard },
      ],
    },
    rows: parts.flatMap(({ agent, calls }) =>
      calls.map((record) => [
        ...(isOfAgents ? [textCell(agentText(agent))] : []),
        ...sheet.row(record),
        textCell(heard.has(record.contactId ?? "") ? sample.yes : sample.no),
      ]),
    ),
    notes: [],
  };
}
