import type { Ask } from "#contract/api/asks.ts";
import type { AnswerLine } from "#contract/api/counts.ts";
import type { SomeFigures } from "#contract/api/figures.ts";
import { isKind } from "#contract/filter/filters.ts";
import type { SideEvents } from "#contract/record/call-events.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { maskEvents, maskRecord, maskWithin } from "./mask-numbers.ts";
import type { Reader } from "./reader.ts";

/** What a reply shows, on its way out of the door: behind all that is kept, which is for several readers. */
export interface Shown {
  record(record: CallRecord): CallRecord;
  /** What happened on one side of a call. */
  events(side: SideEvents): SideEvents;
  /** A name, or words of the customer's own. */
  text(text: string): string;
  /** @param asked the question that it answers */
  line(line: AnswerLine, asked: Ask | undefined): AnswerLine;
}

const AS_IT_IS: Shown = {
  record: (record) => record,
  events: (side) => side,
  text: (text) => text,
  line: (line) => line,
};

const MASKED: Shown = {
  record: maskRecord,
  events: maskEvents,
  text: maskWithin,
  line(line, asked) {
    if ("person" in line || "figures" in line || "nobody" in line) return maskFigures(line);
    if (!("value" in line)) return line;
    // A person's id is what a tick filters by.
    const isId = asked?.of === "facet" && isKind(asked.facet, "person");
    return {
      ...line,
      value: isId ? line.value : maskWithin(line.value),
      ...(line.name !== undefined && { name: maskWithin(line.name) }),
    };
  },
};

type WithFigures = Extract<
  AnswerLine,
  { person: string } | { nobody: object } | { figures: object }
>;

/** Names, and keys that look like numbers. */
function maskFigures(line: WithFigures): AnswerLine {
  if ("nobody" in line) {
    const [all, nobody] = [withMaskedKeys(line.all), withMaskedKeys(line.nobody)];
    return { ...line, all, nobody };
  }
  if (!("person" in line)) return { ...line, figures: withMaskedKeys(line.figures) };
  const { name, figures } = line;
  return {
    ...line,
    ...(name !== undefined && { name: maskWithin(name) }),
    ...(figures !== undefined && { figures: withMaskedKeys(figures) }),
  };
}

function withMaskedKeys<F extends SomeFigures>(figures: F): F {
  const { satisfaction } = figures;
  if (!satisfaction) return figures;
  const keys: Record<string, number> = {};
  for (const [key, count] of Object.entries(satisfaction.keys)) {
    const shown = maskWithin(key);
    keys[shown] = (keys[shown] ?? 0) + count;
  }
  return { ...figures, satisfaction: { ...satisfaction, keys } };
}

/** Whether a reader sees numbers with their middle hidden. */
export function hidesNumbers({ rights }: Reader): boolean {
  return rights.numbers !== "full";
}

/** How numbers are shown to a reader. */
export function shownTo(reader: Reader): Shown {
  return hidesNumbers(reader) ? MASKED : AS_IT_IS;
}
