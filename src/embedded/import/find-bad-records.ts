import { ImportError } from "./import-error.ts";
import type { BadRecord, RecordFile } from "./record-file.ts";
import type { StagedFile } from "./stage-records.ts";

/** How many bad records are told of. */
export const SHOWN = 20;

/** DuckDB's message quotes the file: of all that it says only the place is told. */
function placeIn(cause: unknown): string {
  const said = cause instanceof Error ? cause.message : "";
  const line = /\bline:? (\d+)/i.exec(said)?.[1];
  return line === undefined ? "" : ` near line ${line}`;
}

/**
 * Says what is wrong with files of which the first is not good.
 *
 * @param first what is known of the first
 */
export async function findBadRecords(
  files: readonly RecordFile[],
  first: Pick<StagedFile, "bad" | "cause">,
  signal: AbortSignal | undefined,
): Promise<ImportError> {
  const { cause } = first;
  const shown: BadRecord[] = [];
  let count = 0;
  for (const file of files) {
    const known = file === files[0] ? first.bad : undefined;
    const bad = known ?? (await file.findBad(SHOWN - shown.length, signal));
    shown.push(...bad.shown);
    count += bad.count;
    // It was refused, and nobody knows why: so much the more it must be named.
    if (bad.count === 0 && file === files[0])
      return new ImportError(`${file.name} cannot be read${placeIn(cause)}.`, { cause });
  }
  const unit = shown.every(({ place }) => "line" in place) ? "line" : "record";
  const words = count === 1 ? `1 ${unit} is` : `${count} ${unit}s are`;
  return new ImportError(`${words} not a call record in the provider's form.`, {
    badRecords: { shown, count },
    cause,
  });
}
