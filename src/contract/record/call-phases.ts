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
  /** More than 0. */
  readonly seconds: number;
}

/** The phases of a call in their order, those of 0 s left out; or why they cannot be right. */
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
  const known = PHASES.flatMap((phase) => {
    const seconds = record[PHASE_FIELDS[phase]];
    return seconds === undefined ? [] : [{ phase, seconds }];
  });
  if (known.length === 0) return undefined;
  if (known.some(({ seconds }) => !Number.isFinite(seconds) || seconds < 0))
    return { impossible: "negative" };
  const totalSeconds = known.reduce((sum, { seconds }) => sum + seconds, 0);
  const impossible = contradiction(record, totalSeconds);
  if (impossible !== undefined) return { impossible };
  return { parts: known.filter(({ seconds }) => seconds > 0), totalSeconds };
}

function contradiction(record: CallRecord, totalSeconds: number): ImpossibleTimes | undefined {
  const { startTime: start, establishedTime: established, releaseTime: release } = record;
  const talkMs = (record.talkTime ?? 0) * 1000;
  if (isAfter(start, release) || isAfter(start, established) || isAfter(established, release))
    return "order";
  if (start === undefined || release === undefined) return undefined;
  if (totalSeconds * 1000 > release - start + GRACE_MS) return "too-long";
  if (talkMs === 0) return undefined;
  if (established === undefined) return "unconnected";
  return talkMs > release - established + GRACE_MS ? "talk-too-long" : undefined;
}

/** Whether one instant is later than another; what is absent is neither. */
export function isAfter(one: number | undefined, other: number | undefined): boolean {
  return one !== undefined && other !== undefined && one > other;
}
