import { Zip, ZipDeflate } from "fflate";
import { SheetError } from "#sheet/sheet-error.ts";

/** A file within the archive, in pieces as they come. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Iterable<string> | AsyncIterable<string>;
}

/** Sizes and places beyond are for ZIP64, which some readers refuse. */
const LARGEST = 2 ** 32 - 1;

/**
 * Files as one archive, in pieces: the next is made when it is asked for, and nothing is kept of those that
 * were.
 *
 * @throws SheetError `too_large`
 */
export async function* zipFile(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let ready: Uint8Array[] = [];
  let size = 0;
  // Everything is called back before the call that caused it returns.
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
    size += piece.length;
  });
  function* taken() {
    if (size > LARGEST) throw new SheetError("too_large");
    const pieces = ready;
    ready = [];
    yield* pieces;
  }
  for await (const { name, content } of entries) {
    const entry = new ZipDeflate(name);
    zip.add(entry);
    let length = 0;
    for await (const text of content) {
      const bytes = encoder.encode(text);
      length += bytes.length;
      if (length > LARGEST) throw new SheetError("too_large");
      entry.push(bytes);
      yield* taken();
    }
    entry.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
