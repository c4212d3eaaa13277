export type DatabaseErrorCode =
  | "database_in_use"
  | "database_foreign"
  | "database_damaged"
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

/** As DuckDB says that what it read is not what was written. After a fatal error it reads nothing more. */
const DAMAGED =
  /corrupt|checksum|serializ|could not read enough bytes|^FATAL Error|previous fatal error/i;
const LOCKED = /could not set lock|conflicting lock|used by another process/i;

/** What DuckDB said when it was to open or read `file`, in our words. */
export function openError(file: string, cause: unknown): DatabaseError {
  const error = damageOf(file, cause);
  if (error !== undefined) return error;
  const said = saidWithout(file, cause);
  if (LOCKED.test(said))
    return new DatabaseError(
      "database_in_use",
      `${file} is in use by another process. Stop that first (a running server, or an import).`,
      cause,
    );
  if (/not a valid DuckDB/i.test(said)) return foreignError(file, cause);
  if (/newer version|older version/i.test(said)) return versionError(file, cause);
  return new DatabaseError("database_unreadable", `${file} cannot be opened: ${said}`, cause);
}

/** The damage that DuckDB came upon; undefined where it failed for another reason. */
export function damageOf(name: string, cause: unknown): DatabaseError | undefined {
  if (!DAMAGED.test(saidWithout(name, cause))) return undefined;
  return new DatabaseError(
    "database_damaged",
    `${name} is damaged (${kindOf(cause)}). Move it away and import the records again.`,
    cause,
  );
}

export function foreignError(file: string, cause?: unknown): DatabaseError {
  return new DatabaseError("database_foreign", `${file} is not a Callscope database.`, cause);
}

export function versionError(file: string, cause?: unknown): DatabaseError {
  return new DatabaseError(
    "database_other_version",
    `${file} was made by another version of Callscope. Move it away and import the records again.`,
    cause,
  );
}

/** A file's own name says nothing of what is wrong with it. */
function saidWithout(file: string, cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).replaceAll(file, "the file");
}

/** Of what DuckDB said only the kind, such as `IO Error`: the rest may quote the records. */
function kindOf(cause: unknown): string {
  const said = cause instanceof Error ? cause.message : "";
  return /^[A-Za-z ]{1,40} Error/.exec(said)?.[0] ?? "unknown error";
}

/** A change that could not be written. */
export function writeError(name: string, cause: unknown): DatabaseError {
  return new DatabaseError("database_unwritable", `${name} cannot be written (${kindOf(cause)}).`);
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
