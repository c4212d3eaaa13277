import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { fileError } from "#embedded/database/database-error.ts";
import { ImportError } from "./import-error.ts";

export const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const EVERY_MS = 200;
const NEVER = new AbortController().signal;

export function startsWith(head: Buffer, magic: Buffer): boolean {
  return head.subarray(0, magic.length).equals(magic);
}

/** A stream's bytes without the mark, which DuckDB's JSON does not know. */
async function* withoutMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let begin: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (begin === undefined) {
      yield chunk;
      continue;
    }
    begin = Buffer.concat([begin, chunk]);
    if (begin.length < BYTE_ORDER_MARK.length) continue;
    yield startsWith(begin, BYTE_ORDER_MARK) ? begin.subarray(BYTE_ORDER_MARK.length) : begin;
    begin = undefined;
  }
  if (begin !== undefined) yield begin;
}

export interface CopyRequest {
  readonly file: string;
  readonly to: string;
  /** By gzip. */
  readonly isPacked: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Told the share of the file that is read. */
  onCopy(share: number): void;
}

/**
 * Copies a file as DuckDB can read it: unpacked, without a byte order mark. gzip is unpacked here and
 * not by DuckDB, which reads it in one thread and does not compare the sum at its end: a damaged file
 * could pass.
 *
 * @param bytes of the file
 * @throws ImportError where it is damaged
 */
export async function copyInput(bytes: number, request: CopyRequest): Promise<void> {
  const { file, to, isPacked, signal, onCopy } = request;
  const read = createReadStream(file);
  const content = isPacked ? read.pipe(createGunzip()) : read;
  // An error does not pass a pipe by itself.
  read.on("error", (error) => content.destroy(error));
  onCopy(0);
  const timer = setInterval(() => onCopy(read.bytesRead / bytes), EVERY_MS);
  try {
    await pipeline(content, withoutMark, createWriteStream(to), { signal: signal ?? NEVER });
  } catch (cause) {
    signal?.throwIfAborted();
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    if (code.startsWith("Z_"))
      throw new ImportError(`${file} is damaged: it cannot be unpacked.`, { cause });
    throw fileError(to, cause);
  } finally {
    clearInterval(timer);
    read.destroy();
  }
}
