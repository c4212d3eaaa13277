export type DatabaseErrorCode =
  | "database_in_use"
  | "database_foreign"
  | "database_other_version"
  | "database_old_values"
  | "database_unreadable"
  | "database_unwritable"
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

/**
 * A change that could not be written. Of what DuckDB said only the kind is told, such as `IO Error`:
 * the rest may quote the records.
 */
export function writeError(name: string, cause: unknown): DatabaseError {
  const said = cause instanceof Error ? cause.message : "";
  const kind = /^[A-Za-z ]{1,40} Error/.exec(said)?.[0] ?? "unknown error";
  return new DatabaseError("database_unwritable", `${name} cannot be written (${kind}).`);
}

/** In words, why a file or its folder cannot be made. */
const FILE_REASONS: Readonly<Record<string, string>> = {
  EACCES: "there is no access to its folder",
  EPERM: "there is no access to its folder",
  EROFS: "its file system is read-only",
  ENOENT: "its folder cannot be made",
  ENOTDIR: "part of its path is a file, not a folder",
  EEXIST: "part of its path is a file, not a folder",
  EISDIR: "it is a folder",
  ENOSPC: "the disk is full",
  ENAMETOOLONG: "its name is too long",
};

/** What the operating system said when `file` was to be made, in our words; other errors as they are. */
export function fileError(file: string, cause: unknown): unknown {
  if (!(cause instanceof Error && "syscall" in cause && "code" in cause)) return cause;
  const code = String(cause.code);
  const reason = FILE_REASONS[code] ?? `the system says ${code}`;
  return new DatabaseError("database_unwritable", `${file} cannot be made: ${reason}.`, cause);
}
