import type { CallRecord } from "#contract/record/call-record.ts";
import type { RowMap } from "./row-map.ts";
import { createStretch, pageStart, type Stretch } from "./stretch.ts";

/**
 * The map with a stretch that begins with the calls of an instant, at a position of the list. What
 * has been read, and the stretches around, know better where that is than a count from elsewhere.
 */
export function withStretch(map: RowMap, first: number, startTime: number): RowMap {
  const whole = map.stretches[0]?.range;
  if (whole === undefined) return map;
  const newestFirst = map.sort.order === "DESC";
  const isEarlier = ({ range }: Stretch) =>
    newestFirst ? range.to > startTime : range.from < startTime;
  const earlier = map.stretches.filter(isEarlier);
  const later = map.stretches.slice(earlier.length);
  const range = newestFirst
    ? { from: whole.from, to: startTime }
    : { from: startTime, to: whole.to };
  const [next] = later;
  const last = earlier.at(-1);
  const isThere =
    next !== undefined && next.range.from === range.from && next.range.to === range.to;
  if (isThere || last === undefined) return map;
  const counted = borderOf(map, last, createStretch(first, range));
  const between = Math.min(Math.max(counted, last.first), next?.first ?? Number.POSITIVE_INFINITY);
  return { ...map, stretches: [...earlier, createStretch(between, range), ...later] };
}

/** True for a row that stands before the first of the stretch, by its start time. */
function isBefore(map: RowMap, row: CallRecord, next: Stretch): boolean {
  if (row.startTime === undefined) return false;
  return map.sort.order === "DESC"
    ? row.startTime > next.range.to
    : row.startTime < next.range.from;
}

/** Where the next stretch's first row stands, as far as the pages held of this one tell. */
function borderOf(map: RowMap, stretch: Stretch, next: Stretch): number {
  let { first } = next;
  for (const [page, { rows }] of stretch.pages) {
    const start = pageStart(stretch, page, map.paging);
    const before = rows.filter((row) => isBefore(map, row, next)).length;
    if (before < rows.length) first = Math.min(first, start + before);
    if (before > 0) first = Math.max(first, start + before);
  }
  return first;
}

/** Moves whatever follows a stretch to where it turns out to stand. */
export function withBorder(map: RowMap, at: number): RowMap {
  const [stretch, next] = [map.stretches[at], map.stretches[at + 1]];
  if (stretch === undefined || next === undefined) return map;
  const moved = borderOf(map, stretch, next) - next.first;
  if (moved === 0) return map;
  return {
    ...map,
    stretches: map.stretches.map((other, index) =>
      index > at ? { ...other, first: other.first + moved } : other,
    ),
    end: map.end === undefined ? undefined : map.end + moved,
    atMost: map.atMost + moved,
  };
}
