import type { FallingList, Passing } from "./falling-list.ts";

/** A falling list of which the first `count` calls, which are not none, are looked at. */
export interface CountedList {
  readonly list: FallingList;
  readonly count: number;
}

const sum = (numbers: readonly number[]) => numbers.reduce((so, one) => so + one, 0);

/** The seconds at a place, from 1, of several falling lists laid together. */
export async function valueInMerged(
  lists: readonly CountedList[],
  position: number,
): Promise<number> {
  const total = sum(lists.map(({ count }) => count));
  // At its part of the place each list has about what is sought: none is further off than the least and
  // the greatest of these.
  const near = await Promise.all(
    lists.map(({ list, count }) => list.valueAt(Math.ceil((position * count) / total))),
  );
  let [low, high] = [Math.min(...near), Math.max(...near)];
  const passed = async (seconds: number): Promise<readonly Passing[]> =>
    (await Promise.all(lists.map(({ list }) => list.passing(seconds)))).flatMap((one) => one ?? []);
  const aboveOf = (parts: readonly Passing[]) => sum(parts.map(({ above }) => above));
  if (aboveOf(await passed(low)) < position) return low;
  // From here on it is more than `low` and no more than `high`, which is a value that some call has.
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return high;
    const parts = await passed(middle);
    if (aboveOf(parts) >= position) low = middle;
    else high = Math.max(...parts.map(({ next = low }) => next));
  }
}
