import { createProgressLine, type ProgressLineDeps } from "#process/progress-line.ts";

export interface SampleProgress {
  /** So many calls are made. */
  onProgress(done: number): void;
  /** All are, and the index is begun. */
  onIndex(): void;
  end(): void;
}

export interface SampleProgressDeps extends Pick<ProgressLineDeps, "stream" | "now"> {
  /** Calls of the sample in all. */
  readonly total: number;
}

const QUIET_MS = 2_000;

const words = (count: number) => count.toLocaleString("en-US");

/** Tells whoever started the process how far a big sample is. */
export function createSampleProgress(deps: SampleProgressDeps): SampleProgress {
  const { total, stream, now = () => performance.now() } = deps;
  const startedAt = now();
  const quietMs = { terminal: QUIET_MS, elsewhere: QUIET_MS };
  const line = createProgressLine({ stream, now, quietMs });
  const progress = (done: number, doing: string) => ({
    title: "Sample calls",
    percent: Math.floor((100 * done) / Math.max(1, total)),
    details: `${words(done)} of ${words(total)}, ${doing}`,
  });
  return {
    onProgress(done) {
      const leftMs = ((now() - startedAt) * (total - done)) / Math.max(1, done);
      // The last of them is followed by the index at once.
      if (done < total) line.show(progress(done, `about ${Math.ceil(leftMs / 1000)} s left`));
    },
    onIndex: () => line.show(progress(total, "making the index"), true),
    end: () => line.end(),
  };
}
