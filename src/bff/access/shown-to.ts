import type { AnswerLine, Ask } from "#contract/api/counts.ts";
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
  line<L extends AnswerLine>(line: L, asked: Ask | undefined): L;
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

/** Whether a reader sees numbers with their middle hidden. */
export function hidesNumbers({ rights }: Reader): boolean {
  return rights.numbers !== "full";
}

/** How numbers are shown to a reader. */
export function shownTo(reader: Reader): Shown {
  return hidesNumbers(reader) ? MASKED : AS_IT_IS;
}
