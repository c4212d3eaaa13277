import { queryOptions } from "@tanstack/react-query";
import { SESSION_ROUTE } from "#contract/api/first-paths.ts";
import { sessionSchema, type Session } from "#contract/api/session.ts";
import { earlyReplyCameAt } from "./early-replies.ts";
import { getJson } from "./get-json.ts";

export interface OpenSession extends Session {
  /** The server's time, ms. The reader's clock only tells how long ago the session was read. */
  readonly now: () => number;
}

/** @throws {ApiError} as {@link getJson}; `sign_in_required`, `no_role` */
export async function getSession(signal: AbortSignal): Promise<OpenSession> {
  const cameAt = earlyReplyCameAt(SESSION_ROUTE);
  const session = await getJson(SESSION_ROUTE, sessionSchema, signal);
  // The reply took its time to come, so this is a little behind the server and never ahead. One that
  // waited for the code to come is no older for that.
  const behindMs = (cameAt ?? Date.now()) - session.serverTime;
  return { ...session, now: () => Date.now() - behindMs };
}

/** Who is looking and what they may look at. It changes with the reader alone (`watch-session.ts`). */
export function sessionQuery() {
  return queryOptions({
    queryKey: ["session"],
    queryFn: ({ signal }) => getSession(signal),
    staleTime: Infinity,
    // A function cannot be compared with its successor part by part.
    structuralSharing: false,
  });
}
