import { useMediaQuery } from "./use-media-query.ts";

/** A phone, or a window as narrow as one. Style sheets, which cannot read it, repeat it. */
export const NARROW = "(max-width: 767px)";

/** Whether the window is too narrow for the filters beside the rows. */
export function useNarrow(): boolean {
  return useMediaQuery(NARROW);
}
