import type { RowMap } from "./row-map.ts";
import { pageStart } from "./stretch.ts";

/** The map without the pages farthest from a row, where more than `most` are held. */
export function keepNear(map: RowMap, index: number, most: number): RowMap {
  const held = map.stretches.flatMap((stretch) =>
    [...stretch.pages.keys()].map((page) => ({
      stretch,
      page,
      distance: Math.abs(pageStart(stretch, page, map.paging) - index),
    })),
  );
  if (held.length <= most) return map;
  const far = held.toSorted((a, b) => a.distance - b.distance).slice(most);
  return {
    ...map,
    stretches: map.stretches.map((stretch) => {
      const dropped = far.filter((one) => one.stretch === stretch);
      if (dropped.length === 0) return stretch;
      const pages = new Map(stretch.pages);
      for (const { page } of dropped) pages.delete(page);
      return { ...stretch, pages };
    }),
  };
}
