import { notifyManager, queryOptions, type QueryClient } from "@tanstack/react-query";
import { ApiError } from "#app/api/api-error.ts";
import { postLines } from "#app/api/post-lines.ts";
import { errorOf } from "#app/api/read-reply.ts";
import { spend, tellWaiting } from "#app/api/upstream-budget.ts";
import {
  CALL_BACK_ROUTE,
  callBackLineSchema,
  type CallBackEnd,
  type CallBackLooked,
  type WaitingCaller,
} from "#contract/api/call-back.ts";
import { callsSearch } from "#contract/view/call-set.ts";
import { backKey, lastList, type AskedCalls, type BackKey } from "./back-key.ts";
import type { BackList } from "./back-list.ts";
import { carryOver } from "./carry-over.ts";

/** Who is to be called back among some calls: while it is asked for the first time it grows line by line. */
export function callBackQuery(asked: AskedCalls) {
  return queryOptions({
    queryKey: backKey(asked),
    queryFn: ({ signal, client, queryKey }) => readList(client, queryKey, signal),
    // What was known of one that was given up stays, and is not enough for who comes back to it.
    staleTime: ({ state }) => (state.data?.end === undefined ? 0 : paceOf(state.data)),
    structuralSharing: false,
  });
}

/** @throws {ApiError} where nothing could be looked at, or the reply ended early; an abort stays a DOMException */
async function readList(
  client: QueryClient,
  queryKey: BackKey,
  signal: AbortSignal,
): Promise<BackList> {
  const [, instance, , time, calls] = queryKey;
  const before = lastList(client, { calls, time });
  const callers: WaitingCaller[] = [];
  let looked: CallBackLooked | undefined;
  let judged = 0;
  let spent = 0;
  let isDrawn = true;
  const soFar = (end?: CallBackEnd): BackList | undefined =>
    looked && {
      looked,
      callers: [...callers],
      judged,
      end,
      spent,
      dealtWith: 0,
      firstUpTo: looked.upTo,
    };
  const draw = () => {
    const list = isDrawn || signal.aborted ? undefined : soFar();
    isDrawn = true;
    // What is there stays whole until it is replaced.
    if (list !== undefined && before === undefined)
      notifyManager.batch(() => client.setQueryData<BackList>(queryKey, list));
  };
  const drawSoon = () => {
    // Lines come in bursts.
    if (isDrawn) requestAnimationFrame(draw);
    isDrawn = false;
  };
  const question = { view: callsSearch(calls) };
  try {
    let end: CallBackEnd | undefined;
    for await (const line of postLines(CALL_BACK_ROUTE, question, callBackLineSchema, signal)) {
      if ("spent" in line) {
        spent += line.spent.calls;
        spend(client, instance, line.spent);
        tellWaiting(client, instance, question, line.waiting);
      } else if ("end" in line) end = line;
      else if ("problem" in line) throw errorOf(line.problem);
      else if ("tries" in line && "upTo" in line) looked = line;
      else if ("caller" in line) callers.push(line);
      else judged = line.judged;
      drawSoon();
    }
    isDrawn = true;
    const whole = end && soFar(end);
    // A connection that ends in the middle looks like an end to whoever reads it.
    if (whole === undefined) throw new ApiError("bad_reply");
    return carryOver(before, whole, calls.range);
  } finally {
    isDrawn = true;
    tellWaiting(client, instance, question, false);
  }
}

const QUIET_MS = 60_000;
/** Of the account's quota, which is one for all readers: at most a call a second for a list that is left open. */
const MS_PER_CALL = 1_000;

/** What is left of the quota to others until it is asked for again at all, ms. */
export function gapOf(list: BackList | undefined): number {
  return (list?.spent ?? 0) * MS_PER_CALL;
}

/** How soon it is asked for again by itself, ms. */
export function paceOf(list: BackList | undefined): number {
  return Math.max(QUIET_MS, gapOf(list));
}
