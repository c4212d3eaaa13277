import { focusManager, type Query, type QueryClient } from "@tanstack/react-query";
import { ApiError, isFinal, isLapse } from "./api-error.ts";
import { isLapsed, tellLapse } from "./lapse.ts";
import { retryFailed } from "./outage.ts";
import { isSameReader } from "./same-reader.ts";
import { hearTabs, tellTabs } from "./session-channel.ts";
import { getSession, sessionQuery, type OpenSession } from "./session-query.ts";

interface SessionNews {
  /** Somebody else is signed in by now, or somebody with other rights: nothing that is here is theirs. */
  readonly onAnother: (session: OpenSession) => void;
  /** The reader has signed out in another tab. */
  readonly onSignedOut: () => void;
}

/** Longer than a server that is there takes to say who is signed in. */
const DEADLINE_MS = 20_000;

/**
 * Notices that nobody is signed in any more, and once somebody is, asks again for all that failed by
 * that. It asks who is signed in when another tab has signed in, and while nobody is, when the reader
 * comes back to this one. Returns what ends it.
 */
export function watchSession(client: QueryClient, news: SessionNews): () => void {
  const cache = client.getQueryCache();
  const ended = new AbortController();
  let isAsking = false;

  const lapse = () => tellLapse(client, "lapsed");

  async function askWho() {
    if (isAsking) return;
    isAsking = true;
    try {
      const deadline = AbortSignal.timeout(DEADLINE_MS);
      const session = await getSession(AbortSignal.any([ended.signal, deadline]));
      const known = client.getQueryData(sessionQuery().queryKey);
      if (ended.signal.aborted) return;
      if (known !== undefined && !isSameReader(known, session)) news.onAnother(session);
      else if (isLapsed(client)) await heal();
    } catch (error) {
      // What is broken otherwise says nothing about who is signed in.
      if (error instanceof ApiError && isLapse(error)) lapse();
    } finally {
      isAsking = false;
    }
  }

  async function heal() {
    tellLapse(client, "healing");
    await retryFailed(client, (error) => isLapse(error) || !isFinal(error));
    // It may have ended again meanwhile.
    if (!isLapsed(client) && !ended.signal.aborted) tellLapse(client, "none");
  }

  const stops = [
    cache.subscribe(({ type, query }) => {
      if (type === "updated" && !isLapsed(client) && isEnd(query)) lapse();
    }),
    hearTabs((told) => (told === "signed-in" ? void askWho() : news.onSignedOut())),
    focusManager.subscribe((isFocused) => isFocused && isLapsed(client) && void askWho()),
    () => ended.abort(),
  ];
  if (cache.getAll().some(isEnd)) lapse();
  // Whoever was signed in before, in whichever tab, is not any more.
  tellTabs("signed-in");
  return () => stops.forEach((stop) => stop());
}

/** Whether a query has just failed since nobody is signed in; while it is asked again, it has not. */
function isEnd({ state }: Query): boolean {
  // Every error of a query is one of ours (query-client.ts).
  return (
    state.status === "error" && state.fetchStatus === "idle" && isLapse(state.error as ApiError)
  );
}
