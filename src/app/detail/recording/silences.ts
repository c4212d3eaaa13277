import type { Peaks } from "#contract/api/recording.ts";

/** A stretch in which nobody is heard, s. */
export interface Silence {
  readonly from: number;
  readonly to: number;
}

/** Of the greatest height, 100: the line itself is no louder. */
const QUIET = 2;
/** Shorter is a breath. */
const SHORTEST_SECONDS = 1;

/** The silences of a recording, in all of its channels at once. */
export function silencesOf({ duration, channels }: Peaks): readonly Silence[] {
  const count = channels[0]?.length ?? 0;
  const seconds = duration / count;
  const silences: Silence[] = [];
  let from: number | undefined;
  for (let index = 0; index <= count; index += 1) {
    const isQuiet = index < count && channels.every((peaks) => (peaks[index] ?? 0) <= QUIET);
    if (isQuiet) from ??= index;
    else if (from !== undefined) {
      if ((index - from) * seconds >= SHORTEST_SECONDS)
        silences.push({ from: from * seconds, to: index * seconds });
      from = undefined;
    }
  }
  return silences;
}

/** So much of it is heard at either end, that words are whole. */
const MARGIN_SECONDS = 0.2;

/** Where to go on from a place in a silence; undefined where somebody is heard. */
export function afterSilence(silences: readonly Silence[], at: number): number | undefined {
  const silence = silences.find(
    ({ from, to }) => at >= from + MARGIN_SECONDS && at < to - 2 * MARGIN_SECONDS,
  );
  return silence && silence.to - MARGIN_SECONDS;
}
