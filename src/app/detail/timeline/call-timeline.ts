import type { SideEvents } from "#contract/record/call-events.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { timeDoubts } from "#contract/record/time-doubts.ts";
import { DAY_MS } from "#contract/time/durations.ts";
import { disagreements } from "./disagreements.ts";
import { lanesOfEvents, momentsOfEvents } from "./lanes-of-events.ts";
import { lanesOfSums, momentsOfSums } from "./lanes-of-sums.ts";
import type { CallTimeline, Moment } from "./timeline-model.ts";

/** A call of no length is drawn as long as this. */
const LEAST_MS = 1_000;
/** A call that began within it and has no end may go on still. */
const LONGEST_CALL_MS = DAY_MS;

/**
 * The timeline of a call: of its events where the upstream told any, else of the record's durations.
 *
 * @param sides undefined: not known, or not yet
 * @param nowMs how far a call goes that has not ended
 * @returns undefined for a call that does not say when it began and has no events
 */
export function callTimeline(
  record: CallRecord,
  sides: readonly SideEvents[] | undefined,
  nowMs: number,
): CallTimeline | undefined {
  const told = sides?.filter(({ events }) => events.length > 0) ?? [];
  const instants = told.flatMap(({ events }) => events.map(({ at }) => at));
  const startsAt = record.startTime ?? (instants.length > 0 ? Math.min(...instants) : undefined);
  if (startsAt === undefined) return undefined;
  const { establishedTime, releaseTime } = record;
  const known = [startsAt, establishedTime, releaseTime, ...instants].filter(
    (at) => at !== undefined,
  );
  const isOpen = releaseTime === undefined && nowMs > startsAt;
  if (isOpen && nowMs - startsAt < LONGEST_CALL_MS) known.push(nowMs);
  const isOfEvents = told.length > 0;
  const lanes = isOfEvents
    ? lanesOfEvents(told, record, Math.max(...known))
    : lanesOfSums(record, startsAt);
  const ends = lanes.flatMap(({ segments }) => segments.flatMap(({ from, to }) => [from, to]));
  const from = Math.min(...known, ...ends);
  return {
    source: isOfEvents ? "events" : "sums",
    whole: { from, to: Math.max(from + LEAST_MS, ...known, ...ends) },
    startsAt,
    establishedAt: establishedTime,
    releasedAt: releaseTime,
    lanes,
    moments: inOrder([
      ...momentsOfRecord(record),
      ...(isOfEvents ? momentsOfEvents(told, lanes) : momentsOfSums(lanes)),
    ]),
    doubts: timeDoubts(record, told),
    disagreements: isOfEvents ? disagreements(record, lanes) : [],
  };
}

/** For whoever jumps from one to the next, such as a player: the instants of a call, each once, in order. */
export function instantsOf({ moments }: Pick<CallTimeline, "moments">): readonly number[] {
  const instants = moments.map(({ at }) => at).filter((at) => at !== undefined);
  return [...new Set(instants)].toSorted((one, other) => one - other);
}

function momentsOfRecord(record: CallRecord): Moment[] {
  return (["startTime", "establishedTime", "releaseTime"] as const).flatMap((instant) =>
    record[instant] === undefined ? [] : [{ at: record[instant], what: { instant } }],
  );
}

/** What ends the call ends the list; what has no instant follows. */
function inOrder(moments: readonly Moment[]): readonly Moment[] {
  const isLast = ({ what }: Moment) => Number("instant" in what && what.instant === "releaseTime");
  return moments.toSorted(
    (one, other) =>
      (one.at ?? Infinity) - (other.at ?? Infinity) || isLast(one) - isLast(other) || 0,
  );
}
