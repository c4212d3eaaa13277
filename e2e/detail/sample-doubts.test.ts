import { expect, test } from "vitest";
import { callTimeline } from "#app/detail/timeline/call-timeline.ts";
import type { CallSide, SideEvents } from "#contract/record/call-events.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { readWireRecord, wireName } from "#contract/upstream/wire-record.ts";
import { createSample } from "#embedded/sample/sample-database.ts";
import { callEvents, type CallEvents } from "#upstream/events/call-events.ts";

const NOW = 1_800_000_000_000;

const LISTS = {
  CustomerEvents: "customer",
  IvrEvents: "ivr",
  QueueEvents: "queue",
  AgentEvents: "agent",
} as const satisfies Record<keyof CallEvents, CallSide>;

/** The events of a call as the browser gets them. */
function sidesOf(record: CallRecord): readonly SideEvents[] {
  return Object.entries(callEvents(record)).flatMap(([list, groups]: [string, readonly Group[]]) =>
    groups.map(({ AgentId, EventSequence }) => ({
      // The cast is sound: the object has exactly these keys.
      side: LISTS[list as keyof CallEvents],
      id: AgentId,
      events: EventSequence.map(({ Event: name, EventTime, Duration: seconds }) => ({
        name,
        at: EventTime,
        seconds,
      })),
    })),
  );
}

interface Group {
  readonly AgentId?: string;
  readonly EventSequence: readonly {
    readonly Event: string;
    readonly EventTime: number;
    readonly Duration?: number;
  }[];
}

test("of no sample call is told that it contradicts itself, beside its events or without them", () => {
  const sample = createSample({ records: 5_000, seed: "s", timeZone: "Asia/Shanghai", now: NOW });
  const doubtful = [...sample].flatMap((stored) => {
    const wire = RECORD_FIELD_NAMES.map((field) => [wireName(field), stored[field]]);
    const record = readWireRecord(Object.fromEntries(wire));
    return [undefined, sidesOf(record)].flatMap((sides) => {
      const timeline = callTimeline(record, sides, NOW);
      const told = [...(timeline?.doubts ?? []), ...(timeline?.disagreements ?? [])];
      return told.length === 0 ? [] : [{ contactId: record.contactId, told }];
    });
  });
  expect(doubtful).toEqual([]);
});
