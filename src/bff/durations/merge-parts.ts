import type { CallRecord } from "#contract/record/call-record.ts";
import type { SortOrder } from "#contract/record/enums.ts";
import type { PartView } from "./part-view.ts";
import type { Seconds } from "./ranked-list.ts";

const sum = (numbers: readonly number[]) => numbers.reduce((so, one) => so + one, 0);

/**
 * The calls from a position to another of several parts laid together: in the order of their seconds, those
 * with as many in the order of the parts.
 */
export async function readMerged(
  parts: readonly PartView[],
  order: SortOrder,
  secondsOf: (record: CallRecord) => Seconds,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly CallRecord[]> {
  const starts = await splitAt(parts, order, secondsOf, from);
  const read = await Promise.all(
    parts.map((part, index) => {
      const start = starts[index] ?? 0;
      return part.read(start, start + (to - from));
    }),
  );
  // Stable: those with as many seconds stay in the order of the parts.
  return read
    .flat()
    .toSorted((a, b) => compare(order, secondsOf(a) ?? 0, secondsOf(b) ?? 0))
    .slice(0, to - from);
}

function compare(order: SortOrder, one: number, other: number): number {
  return order === "ASC" ? one - other : other - one;
}

/** How many calls of each part come before a position of all. */
async function splitAt(
  parts: readonly PartView[],
  order: SortOrder,
  secondsOf: (record: CallRecord) => Seconds,
  position: number,
): Promise<readonly number[]> {
  if (position === 0) return parts.map(() => 0);
  let low = parts.map(() => 0);
  let high = parts.map(({ count }) => count);
  for (;;) {
    const widths = high.map((end, index) => end - (low[index] ?? 0));
    const widest = widths.indexOf(Math.max(...widths));
    const [start = 0, width = 0, part] = [low[widest], widths[widest], parts[widest]];
    if (part === undefined || width === 0) return low;
    const middle = start + Math.floor(width / 2);
    const [record] = await part.read(middle, middle + 1);
    const pivot = record && secondsOf(record);
    if (pivot === undefined) return low;
    const leading = (test: (difference: number) => boolean) =>
      Promise.all(
        parts.map((one) =>
          one.leading((seconds) => seconds !== undefined && test(compare(order, seconds, pivot))),
        ),
      );
    const before = await leading((difference) => difference < 0);
    const through = await leading((difference) => difference <= 0);
    // Its own call is not past it, unless calls have moved since: then this is as near as it gets.
    if ((before[widest] ?? 0) > middle || (through[widest] ?? 0) <= middle) return low;
    if (sum(before) > position) high = before;
    else if (sum(through) <= position) low = through;
    else {
      let left = position - sum(before);
      return before.map((count, index) => {
        const taken = Math.min(left, (through[index] ?? count) - count);
        left -= taken;
        return count + taken;
      });
    }
  }
}
