import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ApiError } from "#app/api/api-error.ts";
import { isForbidden } from "#app/api/api-error.ts";
import type { RecordsReply } from "#contract/replies.ts";
import { recordsQuery, totalQuery, type Result } from "./records-query.ts";

export interface PageInHand {
  /** The page asked for, or while it loads or after it failed, the last one that was shown. */
  readonly reply: RecordsReply | undefined;
  /** True while `reply` is not the page asked for. */
  readonly stale: boolean;
  readonly loading: boolean;
  readonly error: ApiError | null;
  readonly retry: () => void;
  readonly total: {
    readonly count: number | undefined;
    readonly error: ApiError | null;
  };
}

/** One page of a result with the result's total. An error never takes away the rows on screen. */
export function usePage(result: Result, page: number): PageInHand {
  const queryClient = useQueryClient();
  const query = useQuery(recordsQuery(result, page));
  // Page 1 counts as it lists; if it was here before, its total saves the call.
  const counted = queryClient.getQueryData(recordsQuery(result, 1).queryKey)?.total ?? undefined;
  const counting = useQuery({
    ...totalQuery(result),
    enabled: page !== 1 && counted === undefined,
  });

  const [shown, setShown] = useState(query.data);
  if (query.data !== undefined && query.data !== shown) setShown(query.data);
  const forbidden = query.error !== null && isForbidden(query.error);

  return {
    reply: query.data ?? (forbidden ? undefined : shown),
    stale: query.data === undefined,
    loading: query.isFetching,
    error: query.error,
    retry: () => {
      void query.refetch();
      if (counting.error !== null) void counting.refetch();
    },
    total: {
      count: counted ?? (page === 1 ? undefined : (counting.data ?? undefined)),
      error: page === 1 || counted !== undefined ? null : counting.error,
    },
  };
}
