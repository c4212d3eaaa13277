import type { CallRecord } from "#contract/record/call-record.ts";
import type { SortOrder } from "#contract/record/enums.ts";
import type { Part } from "./locate-part.ts";
import type { RankedList, Seconds } from "./ranked-list.ts";

/** A part in the order that is wanted, whichever it was found in. Positions count from its own first call, 0. */
export interface PartView {
  readonly count: number;
  /** How many of its calls come before the first that fails the test; as {@link RankedList.leading}. */
  leading(test: (seconds: Seconds) => boolean): Promise<number>;
  read(from: number, to: number): Promise<readonly CallRecord[]>;
}

export function viewPart(
  { order, first, count }: Part,
  list: RankedList,
  wanted: SortOrder,
): PartView {
  const within = (position: number | undefined) =>
    Math.min(count, Math.max(0, (position ?? first + count) - first));
  if (order === wanted)
    return {
      count,
      leading: async (test) => within(await list.leading(test)),
      read: (from, to) => list.read(first + from, first + Math.min(to, count)),
    };
  return {
    count,
    // Seen from the other end those that meet it come last.
    leading: async (test) =>
      count - within(await list.leading((seconds) => seconds !== undefined && !test(seconds))),
    async read(from, to) {
      const read = await list.read(first + count - Math.min(to, count), first + count - from);
      return read.toReversed();
    },
  };
}
