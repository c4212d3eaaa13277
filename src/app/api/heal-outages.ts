import { focusManager, onlineManager, type Query, type QueryClient } from "@tanstack/react-query";
import { isOutage, isTrouble, type ApiError } from "./api-error.ts";
import { waitBeforeTry } from "./outage-pace.ts";
import { isOfRows, retryFailed, tellOutage } from "./outage.ts";

/** An outage that follows so soon is the same one: the distances go on growing. */
const SAME_MS = 60_000;
/** Longer than a server that is there takes to say so. */
const DEADLINE_MS = 10_000;

/**
 * Notices that the way to the server is broken, tries at growing distances whether it is whole again,
 * and then asks once for all that failed. It tries at once when the network or the reader is back, and
 * not at all while nobody looks. Returns what ends it.
 */
export function healOutages(client: QueryClient, chance: () => number = Math.random): () => void {
  const cache = client.getQueryCache();
  let outage: ApiError | null = null;
  let overAt = -Infinity;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTrying = false;
  let isEnded = false;

  function begin(error: ApiError) {
    if (performance.now() - overAt > SAME_MS) tries = 0;
    outage = error;
    tellOutage(client, error);
    wait();
  }
  function wait() {
    clearTimeout(timer);
    timer = setTimeout(() => void tryAgain(), waitBeforeTry(tries, chance()));
  }
  async function tryAgain() {
    clearTimeout(timer);
    if (outage === null || isTrying || isEnded || !focusManager.isFocused()) return;
    isTrying = true;
    tries += 1;
    if (await isAnswered(outage)) await retryFailed(client);
    isTrying = false;
    look();
    if (outage !== null && !isEnded) wait();
  }
  /** Sees whether the outage is over: what failed is here, or is not asked for any more. */
  function look() {
    if (outage === null || cache.getAll().some(isStillMissing)) return;
    outage = null;
    overAt = performance.now();
    clearTimeout(timer);
    tellOutage(client, null);
  }

  /** Of what the cloud had trouble with only rows are waited for: counts take a while, and say so themselves. */
  function isStillMissing(query: Query): boolean {
    if (isBroken(query)) return true;
    const { status, errorUpdateCount } = query.state;
    const isAskedAgain = status === "pending" && errorUpdateCount > 0 && isOnScreen(query);
    return isAskedAgain && (isOfRows(query) || (outage !== null && isOutage(outage)));
  }

  // Not within the event: what it tells of is still under way.
  let looking: ReturnType<typeof setTimeout> | undefined;
  const stops = [
    cache.subscribe(({ type, query }) => {
      if (outage === null) {
        if (type === "updated" && isBroken(query)) begin(query.state.error as ApiError);
      } else {
        clearTimeout(looking);
        looking = setTimeout(look);
      }
    }),
    onlineManager.subscribe((isOnline) => isOnline && void tryAgain()),
    focusManager.subscribe((isFocused) => isFocused && void tryAgain()),
    () => {
      isEnded = true;
      clearTimeout(timer);
      clearTimeout(looking);
    },
  ];
  const broken = cache.getAll().find(isBroken);
  if (broken) begin(broken.state.error as ApiError);
  return () => stops.forEach((stop) => stop());
}

/** Whether something on the screen misses it. */
function isOnScreen(query: Query): boolean {
  return query.isActive() && query.meta?.["mayFail"] !== true;
}

/**
 * Whether something on the screen is missing because the way is broken. Where the cloud has trouble with some
 * count, rows are there all the same; where it has with rows, it has with all.
 */
function isBroken(query: Query): boolean {
  if (query.state.status !== "error" || !isOnScreen(query)) return false;
  // Every error of a query is one of ours (query-client.ts).
  const error = query.state.error as ApiError;
  return isOutage(error) || (isTrouble(error) && isOfRows(query));
}

/** Whether the end of the way that did not answer does so now. */
async function isAnswered({ code }: ApiError): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(DEADLINE_MS);
    const { ok } = await fetch(code === "network" ? "/healthz" : "/readyz", { signal });
    return ok;
  } catch {
    return false;
  }
}
