import { access, constants, mkdir, open, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { DatabaseError, foreignError } from "./database-error.ts";

const isFolder = async (path: string) =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false;

/** What is written beside a database while it is made; a folder of that name is somebody else's. */
const BESIDE = [".new", ".new.wal", ".wal", ".lock"];

/** Node's own `recursive` never ends where a file system (`/proc`) has nothing of any name. */
async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path).catch(async (error: unknown) => {
    // Another process may have made it meanwhile.
    if (!(await isFolder(path))) throw error;
  });
}

/** `s3://…`, `md:…`: to DuckDB they are no files. A drive of Windows has one letter. */
const ADDRESS = /^[a-z][a-z\d+.-]+:/i;

/**
 * @throws DatabaseError where there is something else than a file, or the name is none of a file:
 *   DuckDB would wait for ever for a pipe to say something
 */
export async function checkPlace(database: string): Promise<void> {
  if (database === "" || ADDRESS.test(database))
    throw new DatabaseError("database_unreadable", `"${database}" is not the name of a file.`);
  const found = await stat(database).catch(() => undefined);
  if (found?.isDirectory() === true)
    throw new DatabaseError("database_unreadable", `${database} is a folder, not a database.`);
  if (found?.isFile() === false)
    throw new DatabaseError("database_unreadable", `${database} is not a file.`);
}

/** In each file of DuckDB, behind a checksum: https://duckdb.org/docs/stable/internals/storage */
const MAGIC = { offset: 8, text: "DUCK" };

/**
 * @throws DatabaseError where the file is none of DuckDB's: of some, such as SQLite's, DuckDB would say
 *   that it lacks an extension, and of short ones that they are cut off
 */
export async function checkMagic(database: string): Promise<void> {
  const start = Buffer.alloc(MAGIC.offset + MAGIC.text.length);
  const file = await open(database).catch(() => undefined);
  // Why it cannot be opened is for DuckDB to say.
  if (file === undefined) return;
  await file.read(start).finally(() => file.close());
  if (start.toString("latin1", MAGIC.offset) !== MAGIC.text) throw foreignError(database);
}

/** Whether the file can be written. One that can only be read is served all the same. */
export async function canWrite(database: string): Promise<boolean> {
  try {
    const file = await open(database, "r+");
    await file.close();
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes the folder that a database is to be in, and sees that it can be written there.
 *
 * @throws DatabaseError where it cannot, in words for whoever named the file; or the system's error
 */
export async function makePlace(database: string): Promise<void> {
  await checkPlace(database);
  for (const ending of BESIDE)
    if (await isFolder(database + ending))
      throw new DatabaseError(
        "database_unwritable",
        `${database}${ending} is a folder, and a file of this name is needed beside the database. Move it away.`,
      );
  await makeFolder(dirname(resolve(database)));
  await access(dirname(database), constants.W_OK);
  const isThere = await stat(database).then(
    () => true,
    () => false,
  );
  if (isThere) await access(database, constants.R_OK | constants.W_OK);
}
