/** The bytes of a file that is not whole yet. */
export interface FilePieces {
  add(piece: Uint8Array): void;
  /** What is there now stays. */
  keep(): void;
  /** Throws away what came after the last {@link keep}. */
  back(): void;
  /** Throws away all. */
  clear(): void;
  file(type: string): Blob;
}

/** Enough that there are few of them, and so little that it may stay in memory. */
const PIECE_BYTES = 4_000_000;

/** They are kept as blobs, which a browser puts on the disk where they are many. */
export function createFilePieces(): FilePieces {
  let blobs: Blob[] = [];
  let kept = 0;
  let latest: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;

  function flush() {
    if (length === 0) return;
    blobs.push(new Blob(latest));
    latest = [];
    length = 0;
  }
  function backTo(count: number) {
    latest = [];
    length = 0;
    blobs = blobs.slice(0, count);
    kept = count;
  }
  return {
    add(piece) {
      // A copy: the piece may be a little of a large chunk.
      latest.push(new Uint8Array(piece));
      length += piece.length;
      if (length >= PIECE_BYTES) flush();
    },
    keep() {
      flush();
      kept = blobs.length;
    },
    back: () => backTo(kept),
    clear: () => backTo(0),
    file(type) {
      flush();
      return new Blob(blobs, { type });
    },
  };
}
