import { Presets, SingleBar } from "cli-progress";

/** Where it is printed: standard error, unless a test looks. */
export type ProgressStream = NodeJS.WritableStream & { readonly isTTY?: boolean };

export interface Progress {
  /** What is being done. */
  readonly title: string;
  /** 0 to 100 */
  readonly percent: number;
  readonly details: string;
}

/** Tells whoever started a long command how far it is. */
export interface ProgressLine {
  /** @param isNews written in any case; else a line only every few seconds */
  show(progress: Progress, isNews?: boolean): void;
  end(): void;
}

export interface ProgressLineDeps {
  readonly stream?: ProgressStream | undefined;
  /** ms */
  readonly now?: (() => number) | undefined;
  /** What is done sooner is not worth a word. */
  readonly quietMs: { readonly terminal: number; readonly elsewhere: number };
}

const LINE_EVERY_MS = 5_000;

/** In a terminal one line, written again and again, and taken away at the end. */
function createBar(stream: ProgressStream): ProgressLine {
  const bar = new SingleBar(
    {
      stream,
      format: "{title} {bar} {percentage}% {details}",
      barsize: 12,
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
    show({ percent, ...payload }) {
      if (isShown) bar.update(percent, payload);
      else bar.start(100, percent, payload);
      isShown = true;
    },
    end: () => bar.stop(),
  };
}

/** In a file or a log a line now and then. */
function createLines(stream: ProgressStream, now: () => number): ProgressLine {
  let quietUntil = 0;
  return {
    show({ title, details }, isNews = false) {
      if (!isNews && now() < quietUntil) return;
      quietUntil = now() + LINE_EVERY_MS;
      stream.write(`${title}: ${details}\n`);
    },
    end: () => undefined,
  };
}

export function createProgressLine({
  stream = process.stderr,
  now = () => performance.now(),
  quietMs,
}: ProgressLineDeps): ProgressLine {
  const isTerminal = stream.isTTY === true;
  const line = isTerminal ? createBar(stream) : createLines(stream, now);
  const quietUntil = now() + (isTerminal ? quietMs.terminal : quietMs.elsewhere);
  return {
    show(progress, isNews) {
      if (now() >= quietUntil) line.show(progress, isNews);
    },
    end: () => line.end(),
  };
}
