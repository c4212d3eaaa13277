import { useSuspenseQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { sessionQuery } from "#app/api/session-query.ts";
import { pinInstant } from "#contract/time/time-range.ts";
import { navigate, pinnedAsOf } from "./location-store.ts";

/**
 * Goes to another view altogether, as a link to it would and as of now: what in its address is not understood is
 * named as it is for any link.
 */
export function useOpenView(): (search: string) => void {
  const { now } = useSuspenseQuery(sessionQuery()).data;
  return useCallback(
    (search) => navigate(search, Math.max(pinInstant(now()), pinnedAsOf() ?? 0), "push"),
    [now],
  );
}
