import { useMediaQuery } from "./use-media-query.ts";

/** Whether the reader points by finger. Style sheets, which cannot read it, repeat it. */
export function useCoarse(): boolean {
  return useMediaQuery("(pointer: coarse)");
}
