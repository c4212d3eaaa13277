import type { TableSort } from "#app/answers/sort-heading.tsx";
import type { WaitingCaller } from "#contract/api/call-back.ts";

/** The columns by which callers can be put in an order. */
export type BackColumn = "tries" | "longest" | "last" | "group" | "how" | "inVain";

/** Who has waited the longest comes first. */
export const OLDEST_FIRST: TableSort<BackColumn> = { by: "last", isDescending: false };

const VALUES = {
  tries: ({ tries }) => tries,
  longest: ({ longestWait }) => longestWait,
  last: ({ call }) => call.startTime,
  group: ({ call }) => call.skillGroupNames?.join(),
  how: ({ call }) => call.contactDisposition,
  inVain: ({ inVain }) => inVain?.count ?? 0,
} as const satisfies Record<BackColumn, (one: WaitingCaller) => number | string | undefined>;

/** The callers in an order, who has no value in it last, and of equal ones whose last call is the oldest first. */
export function sortCallers(
  callers: readonly WaitingCaller[],
  { by, isDescending }: TableSort<BackColumn>,
): readonly WaitingCaller[] {
  const value = VALUES[by];
  const compare = (a: WaitingCaller, b: WaitingCaller): number => {
    const [one, other] = [value(a), value(b)];
    if (one === other) return 0;
    if (one === undefined) return 1;
    if (other === undefined) return -1;
    return (one < other ? -1 : 1) * (isDescending ? -1 : 1);
  };
  return callers
    .toSorted((a, b) => (a.call.startTime ?? 0) - (b.call.startTime ?? 0))
    .toSorted(compare);
}
