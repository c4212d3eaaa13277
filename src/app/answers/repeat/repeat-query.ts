import { notifyManager, queryOptions } from "@tanstack/react-query";
import { ApiError } from "#app/api/api-error.ts";
import { postLines } from "#app/api/post-lines.ts";
import { errorOf } from "#app/api/read-reply.ts";
import { spend, tellWaiting } from "#app/api/upstream-budget.ts";
import {
  REPEAT_ROUTE,
  repeatLineSchema,
  type RepeatCaller,
  type RepeatFound,
} from "#contract/api/repeat.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import type { RepeatWithin } from "#contract/view/repeat-within.ts";
import { viewSearch } from "#contract/view/view-codec.ts";
import { DEFAULT_VIEW } from "#contract/view/view.ts";

/** Who called repeatedly, as far as that is known. */
export interface RepeatList {
  readonly callers: readonly RepeatCaller[];
  readonly progress: { readonly read: number; readonly of: number } | undefined;
  /** Absent while it is being found out. */
  readonly found: RepeatFound | undefined;
}

/** The customers of some calls who called again within so long. While their calls are read it tells how many are. */
export function repeatQuery(calls: CallSet, within: RepeatWithin | undefined) {
  const { instance, range, criteria, asOf } = calls;
  const time = { ...(within !== undefined && { within }), time: range };
  const view = viewSearch({ ...DEFAULT_VIEW, instance, criteria, ...time });
  return queryOptions({
    queryKey: ["repeat", view, instance, asOf] as const,
    queryFn: async ({ signal, client, queryKey }): Promise<RepeatList> => {
      const question = { view };
      const callers: RepeatCaller[] = [];
      let found: RepeatFound | undefined;
      let isEnded = false;
      const tell = (progress: RepeatList["progress"]) =>
        notifyManager.batch(() =>
          client.setQueryData<RepeatList>(queryKey, { callers: [], progress, found: undefined }),
        );
      try {
        for await (const line of postLines(REPEAT_ROUTE, question, repeatLineSchema, signal)) {
          if ("spent" in line) {
            spend(client, instance, line.spent);
            tellWaiting(client, instance, question, line.waiting);
          } else if ("problem" in line) throw errorOf(line.problem);
          else if ("end" in line) isEnded = true;
          else if ("call" in line) callers.push(line);
          else if ("withheld" in line) found = line;
          else if (!signal.aborted) tell(line);
        }
      } finally {
        tellWaiting(client, instance, question, false);
      }
      // A connection that ends in the middle looks like an end to whoever reads it.
      if (!isEnded || found === undefined) throw new ApiError("bad_reply");
      return { callers, progress: undefined, found };
    },
    staleTime: ({ state }) => (state.data?.found === undefined ? 0 : Infinity),
    structuralSharing: false,
  });
}
