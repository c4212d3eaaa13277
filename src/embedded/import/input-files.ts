import { createReadStream } from "node:fs";
import { mkdtemp, open, rm, stat, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { copyInput } from "./copy-input.ts";
import { formatOf, refuseForeign, type FileFormat } from "./file-format.ts";
import { ImportError } from "./import-error.ts";
import {
  encodingOf,
  hasOldBreaks,
  startsWith,
  UTF_8_MARK,
  type TextEncoding,
} from "./text-encoding.ts";

/** A file as DuckDB can read it. */
export interface InputFile {
  /** As it was given. */
  readonly name: string;
  /** What to read: the file, a link to it or a copy. */
  readonly path: string;
  readonly format: FileFormat;
  /** In which it was written; what is read is UTF-8. */
  readonly encoding: TextEncoding;
  readonly bytes: number;
  /** How it begins. */
  readonly head: Buffer;
  /** Where what is written of it meanwhile has its place. */
  readonly beside: (ending: string) => Promise<string>;
}

export interface InputFiles {
  /** In the order given. */
  readonly files: readonly InputFile[];
  /** Removes links, copies and all else that was written beside them. */
  close(): Promise<void>;
}

export interface OpenInputDeps {
  readonly signal?: AbortSignal | undefined;
  /** Told how far a file is copied, which can take long: its bytes, and the share of them, to 1. */
  readonly onCopy?: ((file: string, bytes: number, share: number) => void) | undefined;
}

const HEAD_BYTES = 65_536;
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);
/** In a path DuckDB takes them for patterns, and has no way to write them as they are. */
const PATTERN = /[*?[\]{}]/;

async function sizeOf(file: string): Promise<number> {
  try {
    const found = await stat(file);
    if (found.isFile()) return found.size;
  } catch (cause) {
    throw new ImportError(`${file} cannot be read: there is no such file, or no access to it.`, {
      cause,
    });
  }
  throw new ImportError(`${file} is not a file.`);
}

async function readHead(file: string, path: string): Promise<Buffer> {
  const handle = await open(path).catch((cause: unknown) => {
    throw new ImportError(`${file} cannot be read: there is no access to it.`, { cause });
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Whether DuckDB would stumble over the form of a text: another encoding, a mark, old line breaks. */
async function needsRecoding(path: string, head: Buffer, signal?: AbortSignal): Promise<boolean> {
  if (startsWith(head, UTF_8_MARK) || hasOldBreaks(head)) return true;
  // What is ASCII for long may go on as anything.
  let found = encodingOf(head, true);
  if (found === undefined && head.length === HEAD_BYTES)
    for await (const part of createReadStream(path, {
      signal,
      start: HEAD_BYTES,
      highWaterMark: 1 << 20,
    }) as AsyncIterable<Buffer>) {
      found = encodingOf(part, false);
      if (found !== undefined) break;
    }
  return found !== undefined && found.encoding !== "UTF-8";
}

async function openInput(
  file: string,
  beside: InputFile["beside"],
  { signal, onCopy }: OpenInputDeps,
): Promise<InputFile> {
  const size = await sizeOf(file);
  const head = await readHead(file, file);
  refuseForeign(file, head);
  const isPacked = startsWith(head, GZIP_MAGIC);
  if (isPacked || (await needsRecoding(file, head, signal))) {
    const path = await beside("text");
    const encoding = await copyInput(size, {
      file,
      to: path,
      isPacked,
      signal,
      onCopy: (share) => onCopy?.(file, size, share),
    });
    const begin = await readHead(file, path);
    return {
      name: file,
      path,
      format: formatOf(file, begin),
      encoding,
      bytes: await sizeOf(path),
      head: begin,
      beside,
    };
  }
  // In full: DuckDB takes `~` and `s3:` at the beginning for more than a name.
  let path = resolve(file);
  if (PATTERN.test(path)) {
    const link = await beside("link");
    await symlink(path, link);
    path = link;
  }
  const format = formatOf(file, head);
  return { name: file, path, format, encoding: "UTF-8", bytes: size, head, beside };
}

/**
 * DuckDB reads a file where it is, unless it is packed (gzip), is not UTF-8, begins with a byte order
 * mark or has a name that reads like a pattern: then it reads a copy, or by a link.
 *
 * @throws ImportError naming a file that cannot be read
 */
export async function openInputFiles(
  names: readonly string[],
  deps: OpenInputDeps = {},
): Promise<InputFiles> {
  let folder: string | undefined;
  const close = async () => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  };
  const files: InputFile[] = [];
  try {
    for (const [index, name] of names.entries()) {
      const beside = async (ending: string) => {
        folder ??= await mkdtemp(join(tmpdir(), "callscope-import-"));
        return join(folder, `${index}.${ending}`);
      };
      files.push(await openInput(name, beside, deps));
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { files, close };
}

/** How many records a file of text may hold, by the lines at its beginning. */
export function aboutRows({ bytes, head }: InputFile): number {
  const lines = head.toString("latin1").split("\n").length - 1;
  return lines === 0 ? 1 : Math.round((bytes * lines) / (head.lastIndexOf("\n") + 1));
}
