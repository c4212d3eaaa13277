import { Presets, SingleBar } from "cli-progress";

/** Where it is printed: standard error, unless a test looks. */
export type ProgressStream = NodeJS.WritableStream & { readonly isTTY?: boolean };

export interface SampleProgress {
  /** So many calls are made. */
  onProgress(done: number): void;
  /** All are, and the index is begun. */
  onIndex(): void;
  end(): void;
}

export interface SampleProgressDeps {
  /** Calls of the sample in all. */
  readonly total: number;
  readonly stream?: ProgressStream | undefined;
  readonly now?: (() => number) | undefined;
}

/** What is done sooner is not worth a word. */
const QUIET_MS = 2_000;
const LINE_EVERY_MS = 5_000;

const words = (count: number) => count.toLocaleString("en-US");

/** In a terminal one line, written again and again. */
function createBar(total: number, stream: ProgressStream) {
  const bar = new SingleBar(
    {
      stream,
      format: "Sample calls {bar} {value} of {total}, {doing}",
      formatValue: (value, _options, type) =>
        type === "value" || type === "total" ? words(value) : String(value),
      clearOnComplete: true,
      // Signals are the command's own affair.
      gracefulExit: false,
      hideCursor: null,
      fps: 5,
    },
    Presets.shades_classic,
  );
  let isShown = false;
  return {
    show(done: number, doing: string) {
      if (!isShown) bar.start(total, done, { doing });
      else bar.update(done, { doing });
      isShown = true;
    },
    end: () => bar.stop(),
  };
}

/** Elsewhere, in a file or a log, a line now and then. */
function createLines(total: number, stream: ProgressStream, now: () => number) {
  let quietUntil = 0;
  return {
    show(done: number, doing: string) {
      if (done < total && now() < quietUntil) return;
      quietUntil = now() + LINE_EVERY_MS;
      stream.write(`Sample calls: ${words(done)} of ${words(total)}, ${doing}\n`);
    },
    end: () => undefined,
  };
}

/** Tells whoever started the process how far a big sample is. */
export function createSampleProgress(deps: SampleProgressDeps): SampleProgress {
  const { total, stream = process.stderr, now = Date.now } = deps;
  const startedAt = now();
  const shown = stream.isTTY === true ? createBar(total, stream) : createLines(total, stream, now);
  const show = (done: number, doing: string) => {
    if (now() - startedAt >= QUIET_MS) shown.show(done, doing);
  };
  return {
    onProgress(done) {
      const leftMs = ((now() - startedAt) * (total - done)) / Math.max(1, done);
      // The last of them is followed by the index at once.
      if (done < total) show(done, `about ${Math.ceil(leftMs / 1000)} s left`);
    },
    onIndex: () => show(total, "making the index"),
    end: () => shown.end(),
  };
}
