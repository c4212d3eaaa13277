import { usePreference, type Preference } from "#app/ui/preference.ts";

/** px; narrower, counts push labels out, and wider, the table has less than half of a small screen. */
export const SIDE_LIMITS = { least: 200, most: 480 } as const;
/** px; the longest label of a value in English has its room beside a count. */
const USUAL = 272;

/** The nearest whole width that the filters may have, px. */
export function limitSide(px: number): number {
  return Math.round(Math.min(SIDE_LIMITS.most, Math.max(SIDE_LIMITS.least, px)));
}

const WIDTH: Preference<number> = {
  key: "callscope.filter-width",
  read: (text) => (/^\d{1,4}$/.test(text) ? limitSide(Number(text)) : undefined),
  write: String,
};

/** How wide the filters stand beside the table, px, and how to keep another width. */
export function useSideWidth(): [number, (px: number | undefined) => void] {
  const [kept = USUAL, keep] = usePreference(WIDTH);
  return [kept, keep];
}
