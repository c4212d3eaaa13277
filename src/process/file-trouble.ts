/** What to do where a file cannot be used, by the system's code. */
const REMEDIES: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder; set another path or make it",
  EACCES: "the server's user may not; give it the right or set another path",
  EPERM: "the server's user may not; give it the right or set another path",
  EISDIR: "that is a folder; name a file in it",
  ENOTDIR: "a part of the path is no folder; set another path",
  EROFS: "the disk is read-only; set a path on another",
  ENOSPC: "the disk is full; make room or set a path on another",
};

/**
 * Why a file of the operator's cannot be used, and what to do.
 *
 * @param name the variable that holds its path
 * @param what cannot be done, such as `read`
 */
export function fileTrouble(name: string, path: string, what: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  const remedy = REMEDIES[code] ?? "see to the file, its folder and its disk";
  // What is in a path is the operator's, and a line is to stay one.
  return `${name}: ${JSON.stringify(path)} cannot be ${what} (${code}): ${remedy}.`;
}
