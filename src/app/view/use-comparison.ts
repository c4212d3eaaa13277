import { useCallback } from "react";
import { useChange, useIsCompared } from "./use-view.tsx";

/** Whether counts stand beside those of the same period one week earlier, and how to change that. */
export function useComparison(): readonly [boolean, (on: boolean) => void] {
  const change = useChange();
  const set = useCallback((on: boolean) => change({ compare: on ? "week" : undefined }), [change]);
  return [useIsCompared(), set];
}
