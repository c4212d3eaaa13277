import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { fileError } from "#embedded/database/database-error.ts";
import { ImportError } from "./import-error.ts";
import { toUtf8, type TextEncoding } from "./text-encoding.ts";

const EVERY_MS = 200;
const NEVER = new AbortController().signal;

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
 * Copies a file as DuckDB can read it: unpacked, in UTF-8 without a byte order mark. gzip is unpacked
 * here and not by DuckDB, which reads it in one thread and does not compare the sum at its end: a
 * damaged file could pass.
 *
 * @param bytes of the file
 * @returns the encoding that the file has
 * @throws ImportError where it is damaged
 */
export async function copyInput(bytes: number, request: CopyRequest): Promise<TextEncoding> {
  const { file, to, isPacked, signal, onCopy } = request;
  const read = createReadStream(file);
  const content = isPacked ? read.pipe(createGunzip()) : read;
  // An error does not pass a pipe by itself.
  read.on("error", (error) => content.destroy(error));
  let encoding: TextEncoding = "UTF-8";
  const recode = (chunks: AsyncIterable<Buffer>) => toUtf8(chunks, (found) => (encoding = found));
  onCopy(0);
  const timer = setInterval(() => onCopy(read.bytesRead / bytes), EVERY_MS);
  try {
    await pipeline(content, recode, createWriteStream(to), { signal: signal ?? NEVER });
  } catch (cause) {
    signal?.throwIfAborted();
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    if (code.startsWith("Z_"))
      throw new ImportError(`${file} is damaged: it cannot be unpacked.`, { cause });
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA")
      throw new ImportError(
        `${file} begins as ${encoding} and does not go on so. Save it as UTF-8.`,
        { cause },
      );
    throw fileError(to, cause);
  } finally {
    clearInterval(timer);
    read.destroy();
  }
  return encoding;
}
