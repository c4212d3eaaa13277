import { Deflate } from "fflate";
import { joined } from "#sheet/sheet-writer.ts";

/** Packs one file of an archive (RFC 1951), some at a time. */
export interface Packing {
  add(bytes: Uint8Array): Uint8Array;
  /** What is left of it. */
  end(): Uint8Array;
}

/** As browsers and Node alike can do it. Nobody else can go on from it, for it gives what it has when it likes. */
export function createPacking(): Packing {
  let pieces: Uint8Array[] = [];
  const deflate = new Deflate((piece) => pieces.push(piece));
  function taken(): Uint8Array {
    const bytes = joined(pieces);
    pieces = [];
    return bytes;
  }
  return {
    add(bytes) {
      deflate.push(bytes);
      return taken();
    },
    end() {
      deflate.push(new Uint8Array(), true);
      return taken();
    },
  };
}
