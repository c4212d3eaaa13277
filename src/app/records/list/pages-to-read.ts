import { isFarAway, listLength, pageAt, pageKey, type PageId, type RowMap } from "./row-map.ts";
import { pageStart, placeInStretch, seamPage, type Stretch } from "./stretch.ts";

/**
 * The pages that must be read before rows `from` to `to` (exclusive) are all known and agree with
 * each other, and at the list's end what tells whether it goes on.
 */
export function pagesToRead(map: RowMap, from: number, to: number): PageId[] {
  const wanted = new Map<string, PageId>();
  const want = (id: PageId | undefined) => {
    if (id === undefined) return;
    const held = map.stretches.find(({ range }) => range === id.range)?.pages.has(id.page);
    const key = pageKey(id);
    if (held !== true || map.doubted.has(key)) wanted.set(key, id);
  };
  const length = listLength(map);
  const last = Math.min(to, length);
  for (const [at, stretch] of map.stretches.entries()) {
    const next = map.stretches[at + 1];
    const end = Math.min(last, next?.first ?? last);
    for (let index = Math.max(0, from, stretch.first); index < end;) {
      const { page } = placeInStretch(stretch, index, map.paging);
      // The rows before a gap tell where it begins, unless one has leapt far beyond.
      const isGap = page > map.paging.pages;
      if (isFarAway(map, index)) break;
      want({ range: stretch.range, page: isGap ? seamPage(stretch, map.paging) : page });
      index = isGap ? end : pageStart(stretch, page + 1, map.paging);
    }
    // The page that lies across a border tells whether it is where it was counted to be.
    if (next !== undefined && next.first >= from && next.first <= last)
      want(borderPage(map, stretch, next));
  }
  if (map.mayGrow && map.end === undefined && last === length && length > from)
    want(pageAt(map, length));
  return [...wanted.values()];
}

function borderPage(map: RowMap, stretch: Stretch, next: Stretch): PageId | undefined {
  const { page } = placeInStretch(stretch, next.first, map.paging);
  return page > map.paging.pages ? undefined : { range: stretch.range, page };
}
