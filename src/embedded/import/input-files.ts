import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, open, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { ImportError } from "./import-error.ts";

/** Files as DuckDB can read them, in the order given. */
export interface InputFiles {
  readonly paths: readonly string[];
  /** Removes the copies. */
  close(): Promise<void>;
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** In a path DuckDB takes them for patterns, and has no way to write them as they are. */
const PATTERN = /[*?[\]{}]/;

async function checkFile(file: string): Promise<void> {
  try {
    if (!(await stat(file)).isFile()) throw new ImportError(`${file} is not a file.`);
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`${file} cannot be read: there is no such file, or no access to it.`, {
      cause: error,
    });
  }
}

async function startsWithMark(file: string): Promise<boolean> {
  const handle = await open(file).catch((cause: unknown) => {
    throw new ImportError(`${file} cannot be read: there is no access to it.`, { cause });
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(3), 0, 3, 0);
    return bytesRead === 3 && buffer.equals(BYTE_ORDER_MARK);
  } finally {
    await handle.close();
  }
}

/**
 * DuckDB reads a file where it is, unless it begins with a byte order mark or has a name that reads
 * like a pattern: then it reads a copy.
 *
 * @throws ImportError naming a file that cannot be read
 */
export async function openInputFiles(files: readonly string[]): Promise<InputFiles> {
  let folder: string | undefined;
  const paths: string[] = [];
  for (const [index, file] of files.entries()) {
    await checkFile(file);
    const hasMark = await startsWithMark(file);
    if (!hasMark && !PATTERN.test(file)) {
      paths.push(file);
      continue;
    }
    folder ??= await mkdtemp(join(tmpdir(), "callscope-import-"));
    const copy = join(folder, `${index}.jsonl`);
    await pipeline(createReadStream(file, { start: hasMark ? 3 : 0 }), createWriteStream(copy));
    paths.push(copy);
  }
  return {
    paths,
    close: async () => {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
