import type { DuckDBConnection } from "@duckdb/node-api";
import { SHOWN } from "./find-bad-records.ts";
import { ImportError } from "./import-error.ts";
import { PREVIOUS_TABLE } from "./previous-records.ts";
import type { BadRecord, RecordFile } from "./record-file.ts";

// A record replaces another of its ContactId because both are of one call. That began once, and is of one
// instance: where it does not look so, the ids have been shortened or given out anew, and calls would be lost.

/** Some programs keep whole seconds. */
const SAME_MS = 1000;

const differ = (one: string, other: string) =>
  `(abs(${one}.StartTime - ${other}.StartTime) >= ${SAME_MS} OR ${one}.InstanceId <> ${other}.InstanceId)`;

const WITHIN = `SELECT ContactId FROM staging GROUP BY ContactId HAVING count(*) > 1 AND (max(StartTime) - min(StartTime) >= ${SAME_MS} OR min(InstanceId) <> max(InstanceId))`;
const BEFORE = `SELECT DISTINCT s.ContactId FROM staging s JOIN ${PREVIOUS_TABLE} p ON s.ContactId = p.ContactId WHERE ${differ("s", "p")}`;

interface SharedIdsDeps {
  readonly connection: DuckDBConnection;
  readonly signal: AbortSignal | undefined;
  readonly hasRepeated: boolean;
  readonly hasPrevious: boolean;
}

/**
 * @param files as they were staged
 * @throws ImportError where a ContactId is that of several calls
 */
export async function refuseSharedIds(
  files: readonly RecordFile[],
  { connection, signal, hasRepeated, hasPrevious }: SharedIdsDeps,
): Promise<void> {
  const idsOf = async (sql: string) => {
    const reader = await connection.runAndReadAll(`${sql} LIMIT ${SHOWN}`);
    return new Set(reader.getRowsJson().map(([id]) => String(id)));
  };
  const within = hasRepeated ? await idsOf(WITHIN) : new Set<string>();
  const before = hasPrevious ? await idsOf(BEFORE) : new Set<string>();
  if (within.size + before.size === 0) return;
  const shown: BadRecord[] = [];
  let count = 0;
  for (const file of files) {
    const bad = await file.findBad(SHOWN - shown.length, signal, ({ ContactId = "" }) => {
      if (within.has(ContactId)) return "ContactId is also that of another call in these files";
      return before.has(ContactId)
        ? "ContactId is also that of another call in the database"
        : undefined;
    });
    shown.push(...bad.shown);
    count += bad.count;
  }
  throw new ImportError(
    "Calls that began at different times, or are of different instances, have the same ContactId. A spreadsheet or program may have shortened it: save the column as text and export again.",
    { badRecords: { shown, count } },
  );
}
