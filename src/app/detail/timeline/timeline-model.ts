import type { CallSide } from "#contract/record/call-events.ts";
import type { Phase } from "#contract/record/call-phases.ts";
import type { TimeDoubt } from "#contract/record/time-doubts.ts";
import type { Span } from "./span.ts";

/** What a lane can show: the phases of a call, and within the talk that it was held. */
export type TimelinePhase = Phase | "held";

/** Whose lane it is. */
export interface Party {
  readonly side: CallSide;
  /** As the upstream names them. Of agents whom only the record names there may be several. */
  readonly names: readonly string[];
}

/** A stretch of a call on one lane. */
export interface Segment {
  readonly phase: TimelinePhase;
  /** ms since the epoch */
  readonly from: number;
  /** Before `from` where times run backward: they are drawn as they were told. */
  readonly to: number;
  /** What is written, s. */
  readonly seconds: number;
  /** Nothing says when it ended: `to` is where the call does, as far as it is known. */
  readonly isEndUntold?: boolean;
  /** Events tell that it began, and the record alone how long it was. */
  readonly isOfRecord?: boolean;
}

export interface Lane {
  readonly party: Party;
  readonly segments: readonly Segment[];
  /** Its length is known and its place is not: within the talk, that is all that sums say. */
  readonly heldSeconds?: number | undefined;
}

/** An instant of a call: an event of the upstream's, the beginning of a phase, or one of the record's own. */
export interface Moment {
  /** ms since the epoch; undefined where nothing says it. */
  readonly at: number | undefined;
  readonly what:
    | { readonly event: string }
    | { readonly phase: TimelinePhase }
    | { readonly instant: "startTime" | "establishedTime" | "releaseTime" };
  /** Absent: the call as a whole. */
  readonly party?: Party | undefined;
  /** How long what began then went on, s. */
  readonly seconds?: number | undefined;
}

/** A duration of the record's that by the events of the call it cannot have had. */
export interface Disagreement {
  readonly phase: TimelinePhase;
  readonly recordSeconds: number;
  /** The nearest to it that the events leave possible, s. */
  readonly eventsSeconds: number;
}

/** One call along its time. */
export interface CallTimeline {
  /** What was drawn: the upstream's events, or the record's durations one after the other. */
  readonly source: "events" | "sums";
  /** From the first to the last that is known of it; where nothing contradicts it, from start to release. */
  readonly whole: Span;
  /** From when on offsets are counted, ms. */
  readonly startsAt: number;
  /** What the record says of the connection and the end; absent: nothing. */
  readonly establishedAt: number | undefined;
  readonly releasedAt: number | undefined;
  readonly lanes: readonly Lane[];
  /** In the order of time. */
  readonly moments: readonly Moment[];
  /** Why its times cannot all be right; nothing of them is mended. */
  readonly doubts: readonly TimeDoubt[];
  /** What of it is told in two ways; empty where there are no events. */
  readonly disagreements: readonly Disagreement[];
}
