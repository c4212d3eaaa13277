import { setFlagsFromString } from "node:v8";

/**
 * Lets the heap grow to twice what is held before it is looked through, not to four times as V8 does
 * where a machine has memory to spare: an export of everything then grows by 50 MB, not by 150, and
 * takes no longer (docs/decisions/0031). To be called before anything is read.
 */
export function keepHeapSmall(): void {
  setFlagsFromString("--heap-growing-percent=100");
}
