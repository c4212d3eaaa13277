import type { CallRecord } from "./call-record.ts";
import type { FieldOfKind } from "./record-fields.ts";

/** The phases of a call, in the order in which they follow each other, and the fields that time them. */
const PHASE_FIELDS = {
  ivr: "ivrTime",
  queue: "queueTime",
  dialing: "dialingTime",
  ring: "ringTime",
  talk: "talkTime",
} as const satisfies Record<string, FieldOfKind<"seconds">>;

/** A phase of a call. */
export type Phase = keyof typeof PHASE_FIELDS;

/** The phases in their order. */
// The cast is sound: the object is a literal of this module with no other keys.
export const PHASES = Object.keys(PHASE_FIELDS) as readonly Phase[];

/**
 * Why the times of a call cannot be right: `negative` a phase lasts less than 0 s · `order` the call
 * was connected or ended before it began, or ended before it was connected · `too-long` the phases
 * together last longer than the call · `talk-too-long` the talk lasts longer than the connection ·
 * `unconnected` there was a talk but no connection.
 */
export type ImpossibleTimes = "negative" | "order" | "too-long" | "talk-too-long" | "unconnected";

/** How long one phase of a call lasted. */
export interface PhasePart {
  readonly phase: Phase;
  readonly seconds: number;
}

/** The phases of a call in their order, those of 0 s left out; or the first reason why they cannot be right. */
export type CallPhases =
  | { readonly parts: readonly PhasePart[]; readonly totalSeconds: number }
  | { readonly impossible: ImpossibleTimes };

/**
 * Instants are exact to the ms and phases to the second, each rounded by itself: the four phases that
 * one call can have may come to two seconds more than the call lasted.
 */
export const GRACE_MS = 2000;

/**
 * The phases of a call, with their seconds. Times that contradict each other are reported and not
 * mended, because nobody can tell which of them is wrong. A time that is absent contradicts nothing.
 *
 * @returns undefined for a call that has the time of no phase
 */
export function callPhases(record: CallRecord): CallPhases | undefined {
  const known = phasesTold(record);
  if (known.length === 0) return undefined;
  const [impossible] = impossibleTimes(record);
  if (impossible !== undefined) return { impossible };
  return { parts: known.filter(({ seconds }) => seconds > 0), totalSeconds: totalOf(known) };
}

/** Every reason why the times of a call cannot be right, each once; none that only says another one again. */
export function impossibleTimes(record: CallRecord): readonly ImpossibleTimes[] {
  const { startTime: start, establishedTime: established, releaseTime: release } = record;
  const known = phasesTold(record);
  const isNegative = known.some(({ seconds }) => !Number.isFinite(seconds) || seconds < 0);
  const isDisordered =
    isAfter(start, release) || isAfter(start, established) || isAfter(established, release);
  const talkMs = (record.talkTime ?? 0) * 1000;
  const wholeMs = start === undefined || release === undefined ? undefined : release - start;
  const reasons: readonly (ImpossibleTimes | false)[] = [
    isNegative && "negative",
    isDisordered && "order",
    !isNegative && isTooLong(totalOf(known) * 1000, wholeMs) && "too-long",
    established !== undefined &&
      release !== undefined &&
      isTooLong(talkMs, release - established) &&
      "talk-too-long",
    talkMs > 0 && established === undefined && wholeMs !== undefined && "unconnected",
  ];
  return reasons.filter((reason) => reason !== false);
}

function phasesTold(record: CallRecord): readonly PhasePart[] {
  return PHASES.flatMap((phase) => {
    const seconds = record[PHASE_FIELDS[phase]];
    return seconds === undefined ? [] : [{ phase, seconds }];
  });
}

const totalOf = (parts: readonly PhasePart[]) =>
  parts.reduce((sum, { seconds }) => sum + seconds, 0);

/** Of a time that ends before it begins, it is the order that is wrong. */
function isTooLong(partMs: number, wholeMs: number | undefined): boolean {
  return wholeMs !== undefined && wholeMs >= 0 && partMs > wholeMs + GRACE_MS;
}

/** Whether one instant is later than another; what is absent is neither. */
function isAfter(one: number | undefined, other: number | undefined): boolean {
  return one !== undefined && other !== undefined && one > other;
}
