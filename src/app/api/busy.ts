import { useQueryClient, type Query, type QueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { isBusy } from "./api-error.ts";

/** Whether something that is asked for was refused since the server is busy, and is soon asked for again. */
export function isBusyWith(client: QueryClient, isMeant: (query: Query) => boolean): boolean {
  return client
    .getQueryCache()
    .getAll()
    .some((query) => {
      const { fetchStatus, fetchFailureReason: reason } = query.state;
      // Every error of a query is one of ours (query-client.ts).
      const isRefused = reason !== null && "code" in reason && isBusy(reason);
      return isRefused && fetchStatus !== "idle" && isMeant(query);
    });
}

/** Follows {@link isBusyWith}. */
export function useIsBusyWith(isMeant: (query: Query) => boolean): boolean {
  const client = useQueryClient();
  return useSyncExternalStore(
    useCallback((onChange: () => void) => client.getQueryCache().subscribe(onChange), [client]),
    () => isBusyWith(client, isMeant),
  );
}
