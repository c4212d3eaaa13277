import { useSuspenseQuery } from "@tanstack/react-query";
import { hasRight, type RightName } from "#contract/api/rights.ts";
import type { Session } from "#contract/api/session.ts";
import { sessionQuery } from "./session-query.ts";

/** Whether the reader has a right: what they may not do is left out of the screen. */
export function useHasRight(name: RightName): boolean {
  return hasRight(useSuspenseQuery(sessionQuery()).data.rights, name);
}

/** What bounds the reader; null: all calls of the instances are theirs to see. */
export function useScope(): Session["scope"] {
  return useSuspenseQuery(sessionQuery()).data.scope;
}
