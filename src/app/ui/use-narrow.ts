import { useMediaQuery } from "./use-media-query.ts";

/** A phone, or a window as narrow as one. Style sheets, which cannot read it, repeat it. */
export const NARROW = "(max-width: 767px)";

/** A phone, however it is held. */
const PHONE = `${NARROW}, (pointer: coarse) and (max-height: 480px)`;

/** Whether filters beside the rows would leave too little of them. */
export function useFiltersApart(): boolean {
  return useMediaQuery(PHONE);
}

/** Whether the header has no room for how the reader likes the screen. */
export function useTight(): boolean {
  return useMediaQuery("(max-width: 480px)");
}

/** Whether the window is too narrow for many columns. */
export function useNarrow(): boolean {
  return useMediaQuery(NARROW);
}

/** Whether two calls side by side would leave but a strip of the rows. Style sheets repeat it, too. */
export function useTightForTwo(): boolean {
  return useMediaQuery("(max-width: 1239px)");
}
