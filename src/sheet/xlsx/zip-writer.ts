import { SheetError } from "#sheet/sheet-error.ts";
import { joined } from "#sheet/sheet-writer.ts";
import { crc32 } from "./crc32.ts";
import type { Packing } from "./packing.ts";

// An archive that is written from its beginning to its end, and from any place in it by another writer. Authority:
// PKWARE's APPNOTE.TXT 4.3. Libraries write archives, but keep to themselves where they are.

/** Of a file within the archive. */
interface ZipFile {
  readonly name: string;
  /** Where it begins in the archive. */
  readonly at: number;
  /** Of what it holds. */
  sum: number;
  size: number;
  packed: number;
}

/** Where a writer is: plain JSON. The last of the files may be open. */
export interface ZipState {
  readonly files: readonly ZipFile[];
  readonly isOpen: boolean;
  /** Bytes given until now. */
  readonly length: number;
}

export interface ZipWriter {
  /** Begins a file; the one before is ended. */
  open(name: string): Uint8Array;
  /** Adds to the file that is open. */
  add(text: string): Uint8Array;
  end(): Uint8Array;
  state(): ZipState;
}

/** Sizes and places beyond are for ZIP64, which some readers refuse. */
const LARGEST = 2 ** 32 - 1;
const VERSION = 20;
/** Sums and sizes stand behind a file, and names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** The first of January 1980: an archive of the same is the same. */
const NO_DATE = 0x0021;

/**
 * Files as one archive.
 *
 * @param createPacking for each file; where others are to go on in the middle of one, of a kind that allows it
 * @throws SheetError `too_large`, of each step
 */
export function createZipWriter(createPacking: () => Packing, before?: ZipState): ZipWriter {
  const encoder = new TextEncoder();
  const files = (before?.files ?? []).map((file) => ({ ...file }));
  let isOpen = before?.isOpen ?? false;
  let length = before?.length ?? 0;
  let packing = createPacking();

  function given(...pieces: readonly Uint8Array[]): Uint8Array {
    const bytes = joined(pieces);
    length += bytes.length;
    if (length > LARGEST) throw new SheetError("too_large");
    return bytes;
  }

  function close(): Uint8Array {
    const file = files.at(-1);
    if (!isOpen || file === undefined) return new Uint8Array();
    isOpen = false;
    const end = packing.end();
    file.packed += end.length;
    return given(end, numbers([4, 0x08074b50], [4, file.sum], [4, file.packed], [4, file.size]));
  }

  return {
    open(name) {
      const end = close();
      files.push({ name, at: length, sum: 0, size: 0, packed: 0 });
      isOpen = true;
      packing = createPacking();
      const path = encoder.encode(name);
      return joined([end, given(numbers([4, 0x04034b50], ...shared(path), [2, 0]), path)]);
    },
    add(text) {
      const file = files.at(-1);
      if (!isOpen || file === undefined) throw new Error("No file is open.");
      const bytes = encoder.encode(text);
      const piece = packing.add(bytes);
      file.sum = crc32(bytes, file.sum);
      file.size += bytes.length;
      file.packed += piece.length;
      if (file.size > LARGEST) throw new SheetError("too_large");
      return given(piece);
    },
    end() {
      const last = close();
      const at = length;
      const directory = files.map(({ name, ...file }) => {
        const path = encoder.encode(name);
        const places = numbers([2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, file.at]);
        const head = numbers([4, 0x02014b50], [2, VERSION], ...shared(path, file));
        return joined([head, places, path]);
      });
      const bytes = given(...directory);
      const count = files.length;
      const tail = numbers(
        [4, 0x06054b50],
        [2, 0],
        [2, 0],
        [2, count],
        [2, count],
        [4, bytes.length],
        [4, at],
        [2, 0],
      );
      return joined([last, bytes, given(tail)]);
    },
    state: () => ({ files: files.map((file) => ({ ...file })), isOpen, length }),
  };
}

type Field = readonly [bytes: 2 | 4, value: number];

/** What stands both before a file, where it is not known yet, and in the directory. */
function shared(path: Uint8Array, file = { sum: 0, packed: 0, size: 0 }): readonly Field[] {
  return [
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATED],
    [2, 0],
    [2, NO_DATE],
    [4, file.sum],
    [4, file.packed],
    [4, file.size],
    [2, path.length],
  ];
}

function numbers(...fields: readonly Field[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}
