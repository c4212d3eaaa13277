import { PEAK_HEIGHT, type Peaks } from "#contract/api/recording.ts";

/** Takes samples as they come, and holds only how loud each stretch of them was. */
export interface PeakTally {
  /** One sample of one channel, from -1 to 1; the channels take turns. */
  add(sample: number): void;
  /** Samples of each channel so far. */
  frames(): number;
  finish(): Peaks;
}

/** Fine enough to find the silences of a short call. */
const STRETCH_SECONDS = 0.05;
/** As many as a screen can draw, with room for a closer look. */
const MOST_PEAKS = 12_000;

export function createPeakTally(sampleRate: number, channels: number): PeakTally {
  const stretchFrames = Math.max(1, Math.round(sampleRate * STRETCH_SECONDS));
  const done: number[][] = Array.from({ length: channels }, () => []);
  const loudest = new Float64Array(channels);
  let channel = 0;
  let frames = 0;
  let inStretch = 0;

  function closeStretch() {
    for (let index = 0; index < channels; index += 1) done[index]?.push(loudest[index] ?? 0);
    loudest.fill(0);
    inStretch = 0;
  }

  return {
    add(sample) {
      const height = sample < 0 ? -sample : sample;
      if (height > (loudest[channel] ?? 0)) loudest[channel] = height;
      channel += 1;
      if (channel < channels) return;
      channel = 0;
      frames += 1;
      inStretch += 1;
      if (inStretch === stretchFrames) closeStretch();
    },
    frames: () => frames,
    finish() {
      if (inStretch > 0) closeStretch();
      return {
        duration: Math.round((frames / sampleRate) * 1000) / 1000,
        channels: done.map((peaks) => thinOut(peaks).map(heightOf)),
      };
    },
  };
}

const heightOf = (loudness: number) => Math.min(PEAK_HEIGHT, Math.round(loudness * PEAK_HEIGHT));

/** The loudest of equally many each, so that none is lost. */
function thinOut(peaks: readonly number[]): readonly number[] {
  const each = Math.ceil(peaks.length / MOST_PEAKS);
  if (each <= 1) return peaks;
  return Array.from({ length: Math.ceil(peaks.length / each) }, (_unused, index) =>
    peaks.slice(index * each, (index + 1) * each).reduce((most, one) => Math.max(most, one), 0),
  );
}
