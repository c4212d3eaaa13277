import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ApiError } from "#app/api/api-error.ts";
import { isForbidden } from "#app/api/api-error.ts";
import type { RecordsReply } from "#contract/replies.ts";
import { recordsQuery, totalQuery, type Result } from "./records-query.ts";

/** How many calls match, as far as it is known. */
export type Total =
  | { readonly state: "known"; readonly count: number }
  | { readonly state: "counting" | "unknown" | "failed"; readonly count?: undefined };

export interface PageInHand {
  /** The page asked for, or while it loads or after it failed, the last one that was shown. */
  readonly reply: RecordsReply | undefined;
  /** True while `reply` is not the page asked for. */
  readonly stale: boolean;
  readonly loading: boolean;
  readonly error: ApiError | null;
  readonly total: Total;
  /** Asks again for whatever failed. */
  readonly retry: () => void;
}

/** One page of a result with the result's total. An error never takes away the rows on screen. */
export function usePage(result: Result, page: number): PageInHand {
  const query = useQuery(recordsQuery(result, page));
  // Page 1 brings the total with it; only a link past it has to ask.
  const counting = useQuery({ ...totalQuery(result), enabled: page !== 1 });

  const { instance } = result;
  const [shown, setShown] = useState({ instance, reply: query.data });
  if (query.data !== undefined && query.data !== shown.reply)
    setShown({ instance, reply: query.data });
  // Rows of another instance would answer clicks with "no such call".
  const kept = shown.instance === instance ? shown.reply : undefined;
  const forbidden = query.error !== null && isForbidden(query.error);

  return {
    reply: query.data ?? (forbidden ? undefined : kept),
    stale: query.data === undefined,
    loading: query.isFetching,
    error: query.error,
    total: totalOf(counting),
    retry: () => {
      if (query.error !== null) void query.refetch();
      if (counting.error !== null) void counting.refetch();
    },
  };
}

function totalOf({ data, error }: { data: number | null | undefined; error: unknown }): Total {
  if (typeof data === "number") return { state: "known", count: data };
  if (data === null) return { state: "unknown" };
  return { state: error === null ? "counting" : "failed" };
}
