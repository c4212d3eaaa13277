export type DatabaseErrorCode =
  | "database_in_use"
  | "database_foreign"
  | "database_other_version"
  | "database_unreadable"
  | "database_origin";

/** A database that cannot be used, in words for whoever named the file. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "DatabaseError";
    this.code = code;
  }
}

/** What DuckDB said when it was to open `file`, in our words. */
export function openError(file: string, cause: unknown): DatabaseError {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (/lock/i.test(said))
    return new DatabaseError(
      "database_in_use",
      `${file} is in use by another process. Stop that first (a running server, or an import).`,
      cause,
    );
  if (/not a valid DuckDB|serializ|checksum|corrupt|newer version|older version|magic/i.test(said))
    return new DatabaseError(
      "database_foreign",
      `${file} is not a Callscope database, or it is damaged. Move it away and import the records again.`,
      cause,
    );
  return new DatabaseError("database_unreadable", `${file} cannot be opened: ${said}`, cause);
}
