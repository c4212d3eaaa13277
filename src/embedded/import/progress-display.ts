import { basename } from "node:path";
import { createProgressLine, type ProgressLineDeps } from "#process/progress-line.ts";
import type { ImportPhase, ImportProgress, OnImportProgress } from "./import-progress.ts";

export type DisplayDeps = Pick<ProgressLineDeps, "stream" | "now">;

export interface ProgressDisplay {
  readonly onProgress: OnImportProgress;
  end(): void;
}

const DOING: Readonly<Record<ImportPhase, string>> = {
  copy: "Copying",
  read: "Reading",
  rewrite: "Reading record by record",
  explain: "Looking for what is wrong",
  merge: "Comparing contact ids",
  sort: "Sorting and writing",
  index: "Making the index",
};

const QUIET_MS = { terminal: 0, elsewhere: 5_000 };

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

/** Shows whoever started an import how far it is. */
export function createProgressDisplay({
  stream,
  now = () => performance.now(),
}: DisplayDeps = {}): ProgressDisplay {
  const line = createProgressLine({ stream, now, quietMs: QUIET_MS });
  let title = "";
  let startedAt = now();
  return {
    onProgress(progress) {
      if (titleOf(progress) !== title) {
        title = titleOf(progress);
        startedAt = now();
      }
      const percent = Math.floor(100 * (progress.fraction ?? 0));
      line.show({ title, percent, details: details(progress, now() - startedAt) });
    },
    end: () => line.end(),
  };
}
