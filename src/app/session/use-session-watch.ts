import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { OpenSession } from "#app/api/session-query.ts";
import { watchSession } from "#app/api/watch-session.ts";
import { goToSignedOut } from "./sign-out.ts";

/**
 * Hears from the first rows on what becomes of the session, in other tabs too: what is told while
 * nobody listens is told once, and the rows of who is gone would stay.
 */
export function useSessionWatch(
  isSignedIn: boolean,
  onAnother: (session: OpenSession) => void,
): void {
  const client = useQueryClient();
  useEffect(
    () =>
      isSignedIn ? watchSession(client, { onAnother, onSignedOut: goToSignedOut }) : undefined,
    [client, isSignedIn, onAnother],
  );
}
