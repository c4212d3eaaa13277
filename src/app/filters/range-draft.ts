import { readWallClock } from "#app/i18n/wall-clock.ts";
import { LATEST_INSTANT, type AbsoluteRange } from "#contract/time/time-range.ts";
import { chosenRange, withTouched, type Ends } from "./chosen-range.ts";
import { readTyped } from "./read-typed.ts";

/** Index of the start and of the end. */
export type Side = 0 | 1;

/** A range in the making. */
export interface RangeDraft {
  readonly ends: Ends;
  /** Which ends the hand gave a time of day. */
  readonly touched: readonly [boolean, boolean];
  /** What is typed and is no whole instant yet. */
  readonly texts: readonly [string | undefined, string | undefined];
}

/** Why a draft cannot take effect: what is missing, or wrong. */
export type Missing = "start" | "end" | "laterEnd" | "earlierStart" | "skipped" | "outOfReach";

/** What becomes of a draft that is left: nothing was changed, it takes effect, or something is missing. */
export type Settled =
  | { readonly state: "unchanged" }
  | { readonly state: "chosen"; readonly range: AbsoluteRange }
  | { readonly state: "held"; readonly missing: Missing };

export function beginDraft(opened: Ends): RangeDraft {
  return { ends: opened, touched: [false, false], texts: [undefined, undefined] };
}

const replaced = <T>([start, end]: readonly [T, T], side: Side, value: T): [T, T] =>
  side === 0 ? [value, end] : [start, value];

/** With a text in one of the fields. A time that is typed is meant, also where it stood there before. */
export function withTyped(draft: RangeDraft, side: Side, text: string): RangeDraft {
  const isWhole = text.trim() === "" || readWallClock(text).isValid();
  return {
    ...draft,
    touched: replaced(draft.touched, side, true),
    texts: replaced(draft.texts, side, isWhole ? undefined : text),
  };
}

/** With what the calendar has now. */
export function withPicked(
  draft: RangeDraft,
  opened: Ends,
  [start, end]: readonly [Ends[0] | null | undefined, Ends[1] | null | undefined],
): RangeDraft {
  const ends: Ends = [start ?? draft.ends[0], end ?? draft.ends[1]];
  const textOf = (side: Side) =>
    ends[side].isSame(draft.ends[side]) ? draft.texts[side] : undefined;
  return {
    ends,
    touched: withTouched(draft.touched, opened, [start, end]),
    texts: [textOf(0), textOf(1)],
  };
}

/** With typed texts read as far as they say something: a day alone, a time without its seconds. */
export function withTextsRead(draft: RangeDraft): RangeDraft {
  const sides = [0, 1] as const;
  return sides.reduce<RangeDraft>((before, side) => {
    const text = before.texts[side];
    const reading = text === undefined ? undefined : readTyped(text, side);
    if (reading === undefined) return before;
    return {
      ...before,
      ends: replaced(before.ends, side, reading),
      texts: replaced(before.texts, side, undefined),
    };
  }, draft);
}

/**
 * What becomes of a draft that is left. An end that nobody gave stays as it was, but where the other is
 * beyond it: then nobody can say which.
 *
 * @param opened what the calendar showed at first
 * @param shown the range whose ends those are; absent where they are those of days
 */
export function settleDraft(
  draft: RangeDraft,
  opened: Ends,
  shown: AbsoluteRange | undefined,
  timeZone: string,
): Settled {
  const { ends, touched, texts } = withTextsRead(draft);
  if (texts[0] !== undefined) return { state: "held", missing: "start" };
  if (texts[1] !== undefined) return { state: "held", missing: "end" };
  const isChanged = (side: Side) => touched[side] || !ends[side].isSame(opened[side]);
  if (!isChanged(0) && !isChanged(1)) return { state: "unchanged" };
  if (ends[0].isAfter(ends[1], "second") && isChanged(0) !== isChanged(1))
    return { state: "held", missing: isChanged(0) ? "laterEnd" : "earlierStart" };
  const range = chosenRange(opened, ends, touched, timeZone, shown);
  if (range.from > range.to) return { state: "held", missing: "skipped" };
  if (range.from < 0 || range.to > LATEST_INSTANT) return { state: "held", missing: "outOfReach" };
  return { state: "chosen", range };
}
