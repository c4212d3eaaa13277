import { QueryClient } from "@tanstack/react-query";
import { isBusy, type ApiError } from "./api-error.ts";
import { TOLD_KEY } from "./told.ts";

declare module "@tanstack/react-query" {
  // react-query reads the application's error type from this interface by declaration merging.
  interface Register {
    defaultError: ApiError;
  }
}

/** Of what was refused since the server is busy. */
const MOST_RETRIES = 3;

/** @param chance from 0 to 1 */
export function createQueryClient(chance: () => number = Math.random): QueryClient {
  // Of the tab, not of a query: what was refused together is asked for again together, in one request.
  const jitter = 1 + chance() / 2;
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        // The BFF has already retried whatever retrying can mend, within its deadline. It refuses at once
        // what would wait too long, and says when to come again.
        retry: (failures, error) => isBusy(error) && failures < MOST_RETRIES,
        // Asked of whatever fails, before `retry` is: code that does not come fails with no problem of ours.
        retryDelay: (failures, { problem }: Partial<ApiError>) =>
          1000 * (problem?.retryAfterSeconds ?? 1) * (failures + 1) * jitter,
        // A view is pinned to an instant: its results do not go stale, a refresh asks anew.
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // Loopback and intranets work while the browser believes that it is offline.
        networkMode: "always",
      },
    },
  });
  // Nobody could ask for it again.
  client.setQueryDefaults([TOLD_KEY], { gcTime: Infinity });
  return client;
}
