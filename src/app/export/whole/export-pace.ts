/** What was written by when: ms of any clock that runs evenly. */
interface Sample {
  readonly at: number;
  readonly written: number;
}

/** Long enough to be even, short enough to follow what changes. */
const WINDOW_MS = 8_000;
/** Before that nobody can tell. */
const LEAST_MS = 800;

/** Records a second, of the last seconds; undefined where that cannot be told yet. */
export interface ExportPace {
  note(sample: Sample): number | undefined;
  /** After an interruption. */
  restart(): void;
}

export function createExportPace(): ExportPace {
  let samples: Sample[] = [];
  return {
    note(sample) {
      samples = [...samples.filter(({ at }) => sample.at - at <= WINDOW_MS), sample];
      const [first = sample] = samples;
      const tookMs = sample.at - first.at;
      if (tookMs < LEAST_MS) return undefined;
      return ((sample.written - first.written) / tookMs) * 1000;
    },
    restart() {
      samples = [];
    },
  };
}

/** Until the end, as one says it; undefined where that cannot be told. */
export type TimeLeft =
  | { readonly unit: "seconds" | "minutes" | "hours"; readonly value: number }
  | undefined;

/** Rounded so that it does not change all the time: seconds by fives, hours by halves. */
export function timeLeft(records: number, rate: number | undefined): TimeLeft {
  if (rate === undefined || rate <= 0 || records < 0) return undefined;
  const seconds = records / rate;
  if (seconds < 57.5) return { unit: "seconds", value: Math.max(5, Math.ceil(seconds / 5) * 5) };
  if (seconds < 90 * 60) return { unit: "minutes", value: Math.round(seconds / 60) };
  return { unit: "hours", value: Math.round(seconds / 1800) / 2 };
}
