import { QueryClient } from "@tanstack/react-query";
import type { ApiError } from "./api-error.ts";
import { TOLD_KEY } from "./told.ts";

declare module "@tanstack/react-query" {
  // react-query reads the application's error type from this interface by declaration merging.
  interface Register {
    defaultError: ApiError;
  }
}

export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        // The BFF has already retried whatever retrying can mend, within its deadline.
        retry: false,
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
