import { MOST_ENDINGS, type RepeatCaller } from "#contract/api/repeat.ts";
import { customerNumber } from "#contract/filter/customer-number.ts";
import { isWithheld } from "#contract/filter/withheld-number.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { peopleOf, type PeopleKind } from "#contract/record/people.ts";

/** The calls of customers, each by the number. */
export interface CallsByCaller {
  /** Whatever of it a caller is told of is kept, and no more: a view has thousands of records. */
  add(record: CallRecord): void;
  /** Calls that cannot be anybody's: by a withheld number, by none, or within the house. */
  withheld(): number;
  /** Whose calls followed each other within so long, ms: who has the most first. */
  repeated(withinMs: number): readonly RepeatCaller[];
}

export function createCallsByCaller(): CallsByCaller {
  const byNumber = new Map<string, CallRecord[]>();
  let withheld = 0;
  return {
    add(record) {
      const number = customerNumber(record);
      if (number === undefined || isWithheld(number) || record.startTime === undefined) {
        withheld += 1;
        return;
      }
      const calls = byNumber.get(number) ?? [];
      calls.push(toldOf(record));
      byNumber.set(number, calls);
    },
    withheld: () => withheld,
    repeated: (withinMs) =>
      [...byNumber.values()].flatMap((calls) => callerOf(calls, withinMs) ?? []).toSorted(byCalls),
  };
}

const TOLD = [
  "contactId",
  "startTime",
  "contactType",
  "contactDisposition",
  "callingNumber",
  "calledNumber",
  "agentIds",
  "agentNames",
  "skillGroupIds",
  "skillGroupNames",
] as const satisfies readonly (keyof CallRecord)[];

function toldOf(record: CallRecord): CallRecord {
  const held = TOLD.filter((field) => record[field] !== undefined);
  return Object.fromEntries(held.map((field) => [field, record[field]]));
}

function callerOf(unordered: readonly CallRecord[], withinMs: number): RepeatCaller | undefined {
  const calls = unordered.toSorted((a, b) => startOf(a) - startOf(b));
  const starts = calls.map(startOf);
  const [firstAt, lastAt] = [starts[0], starts.at(-1)];
  const call = calls.at(-1);
  if (firstAt === undefined || lastAt === undefined || call === undefined) return undefined;
  const gaps = starts.slice(1).map((start, before) => start - (starts[before] ?? start));
  const shortestMs = Math.min(...gaps);
  // Nothing is the least of no gaps.
  if (!(shortestMs <= withinMs)) return undefined;
  return {
    calls: calls.length,
    together: mostWithin(starts, withinMs),
    firstAt,
    lastAt,
    shortestMs,
    endings: calls.slice(-MOST_ENDINGS).map(({ contactDisposition }) => contactDisposition ?? ""),
    agents: peopleIn(calls, "agent"),
    groups: peopleIn(calls, "skill-group"),
    call,
  };
}

const startOf = ({ startTime = 0 }: CallRecord) => startTime;

/** The most of some instants, in order, that lie in one stretch of so long. */
function mostWithin(starts: readonly number[], withinMs: number): number {
  let most = 0;
  let first = 0;
  for (const [at, start] of starts.entries()) {
    while (start - (starts[first] ?? start) > withinMs) first += 1;
    most = Math.max(most, at - first + 1);
  }
  return most;
}

/** Each once, by the latest name; who was there last comes first. */
function peopleIn(calls: readonly CallRecord[], kind: PeopleKind): RepeatCaller["agents"] {
  const people = new Map<string, string | undefined>();
  for (const call of calls.toReversed())
    for (const { id, name } of peopleOf(call, kind)) people.set(id, people.get(id) ?? name);
  return [...people].map(([id, name]) => ({ id, ...(name !== undefined && { name }) }));
}

function byCalls(a: RepeatCaller, b: RepeatCaller): number {
  return (
    b.calls - a.calls ||
    b.together - a.together ||
    b.lastAt - a.lastAt ||
    ((a.call.contactId ?? "") < (b.call.contactId ?? "") ? -1 : 1)
  );
}
