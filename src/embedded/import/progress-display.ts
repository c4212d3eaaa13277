import { basename } from "node:path";
import { Presets, SingleBar } from "cli-progress";
import type { ImportPhase, ImportProgress, OnImportProgress } from "./import-progress.ts";

/** Where it is printed: standard error, unless a test looks. */
export type DisplayStream = NodeJS.WritableStream & { readonly isTTY?: boolean };

export interface DisplayDeps {
  readonly stream?: DisplayStream | undefined;
  /** ms */
  readonly now?: (() => number) | undefined;
}

export interface ProgressDisplay {
  readonly onProgress: OnImportProgress;
  end(): void;
}

const DOING: Readonly<Record<ImportPhase, string>> = {
  copy: "Copying",
  read: "Reading",
  explain: "Looking for what is wrong",
  merge: "Comparing contact ids",
  sort: "Sorting and writing",
  index: "Making the index",
};

/** What is done sooner is not worth a line. */
const LINE_EVERY_MS = 5_000;

const formatCount = (value: number) => Math.round(value).toLocaleString("en-US");
/** Of what is only about so many, the first digits. */
const aboutCount = (value: number) => formatCount(Number(value.toPrecision(3)));
const megabytes = (bytes: number) => formatCount(bytes / 1e6);

/** `Reading calls.jsonl`. A whole path would leave no room for the rest of the line. */
function titleOf({ phase, file }: ImportProgress): string {
  return file === undefined ? DOING[phase] : `${DOING[phase]} ${basename(file)}`;
}

/**
 * `412 of 773 MB, about 533,000 records, 187,000/s, 2 s left` of a file. What DuckDB counts of
 * the later phases is not how long they take: of those there is only the time so far.
 */
function details({ fraction = 0, bytes, rows }: ImportProgress, elapsedMs: number): string {
  const seconds = elapsedMs / 1000;
  if (bytes === undefined) return `${formatCount(seconds)} s`;
  if (rows === undefined || fraction === 0 || seconds === 0)
    return `${megabytes(bytes)} MB, ${formatCount(seconds)} s`;
  const left = Math.ceil(seconds / fraction - seconds);
  return [
    `${megabytes(fraction * bytes)} of ${megabytes(bytes)} MB`,
    `about ${aboutCount(fraction * rows)} records`,
    `${aboutCount((fraction * rows) / seconds)}/s`,
    `${formatCount(left)} s left`,
  ].join(", ");
}

type Show = (progress: ImportProgress, elapsedMs: number) => void;

/** In a terminal one line, written again and again. */
function createBar(stream: DisplayStream): { show: Show; end(): void } {
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
    show(progress, elapsedMs) {
      const payload = { title: titleOf(progress), details: details(progress, elapsedMs) };
      const percent = Math.floor(100 * (progress.fraction ?? 0));
      if (isShown) bar.update(percent, payload);
      else bar.start(100, percent, payload);
      isShown = true;
    },
    end: () => bar.stop(),
  };
}

/** Elsewhere, in a file or a log, a line now and then. */
function createLines(stream: DisplayStream, now: () => number): { show: Show; end(): void } {
  let quietUntil = now() + LINE_EVERY_MS;
  return {
    show(progress, elapsedMs) {
      if (now() < quietUntil) return;
      quietUntil = now() + LINE_EVERY_MS;
      stream.write(`${titleOf(progress)}: ${details(progress, elapsedMs)}\n`);
    },
    end: () => undefined,
  };
}

/** Shows whoever started an import how far it is. */
export function createProgressDisplay({
  stream = process.stderr,
  now = () => performance.now(),
}: DisplayDeps = {}): ProgressDisplay {
  const shown = stream.isTTY === true ? createBar(stream) : createLines(stream, now);
  let title = "";
  let startedAt = now();
  return {
    onProgress(progress) {
      if (titleOf(progress) !== title) {
        title = titleOf(progress);
        startedAt = now();
      }
      shown.show(progress, now() - startedAt);
    },
    end: () => shown.end(),
  };
}
