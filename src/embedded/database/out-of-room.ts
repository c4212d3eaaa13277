import { DatabaseError, fileError } from "./database-error.ts";

/** Whether DuckDB found no room, on the disk or in memory, for what it wrote. */
export function isOutOfRoom(error: unknown): boolean {
  return (
    error instanceof Error &&
    /No space left on device|File too large|^Out of Memory Error/.test(error.message)
  );
}

/** What DuckDB or the system said when the database was written, in our words; others as they are. */
export function makeFailure(database: string, error: unknown): unknown {
  if (!isOutOfRoom(error)) return fileError(database, error);
  return new DatabaseError(
    "database_unwritable",
    `${database} cannot be made: there is no room for it, or for what is set aside meanwhile beside it.`,
    error,
  );
}
