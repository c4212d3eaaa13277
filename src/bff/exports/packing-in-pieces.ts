import { constants, deflateRawSync } from "node:zlib";
import type { Packing } from "#sheet/xlsx/packing.ts";

/** The end of what was packed: a last block that is empty. */
const END = Uint8Array.of(3, 0);

/**
 * Packs each piece by itself up to a whole byte, which costs a percent or two: behind any of them somebody else can
 * go on.
 */
export function createPackingInPieces(): Packing {
  return {
    add: (bytes) => deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }),
    end: () => END,
  };
}
