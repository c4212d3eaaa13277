import { readFile, rm, writeFile } from "node:fs/promises";
import { DatabaseError } from "./database-error.ts";

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user is alive all the same.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Takes the right to make `file` anew, of which one process at a time can have it: two that build
 * beside the same file would take each other's work away. A lock whose process is gone is no lock.
 *
 * @returns what gives the right back
 * @throws DatabaseError `database_in_use` while another process has it
 */
export async function lockFile(file: string): Promise<() => Promise<void>> {
  const lock = `${file}.lock`;
  const take = () => writeFile(lock, String(process.pid), { flag: "wx" });
  try {
    await take();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    const holder = Number(await readFile(lock, "utf8").catch(() => ""));
    if (holder > 0 && holder !== process.pid && isAlive(holder))
      throw new DatabaseError(
        "database_in_use",
        `${file} is being written by another process (number ${holder}, says ${lock}). Wait until that is done.`,
        error,
      );
    await rm(lock, { force: true });
    await take();
  }
  return () => rm(lock, { force: true });
}
