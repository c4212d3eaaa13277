import { setMaxListeners } from "node:events";
import type { OwnScope } from "#bff/access/own-scope.ts";
import { idsWithin } from "#bff/access/own-scope.ts";
import type { AskingFor, CallReader } from "#bff/calls/call-reader.ts";
import { MOST_TRIES, type CallBackEnd, type CallBackLooked } from "#contract/api/call-back.ts";
import { lostCriteria } from "#contract/filter/lost-calls.ts";
import type { SettledBy } from "#contract/record/aftermath.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import { chooseLookup, MOST_LOOKUPS, type LookupPlan } from "./choose-lookup.ts";
import { judgeCaller, type Waiting } from "./judge-caller.ts";
import { lostCallers, type LostCaller } from "./lost-callers.ts";
import { readCaller } from "./read-caller.ts";
import { readSince } from "./read-since.ts";
import { readTries } from "./read-tries.ts";

export interface Finding {
  /** Within what the reader may see. */
  readonly reader: CallReader;
  readonly scope: OwnScope | undefined;
  readonly asking: AskingFor;
  /** No call that began later is looked at, ms. */
  readonly upTo: number;
  /** Before any caller is told. What it throws ends all. */
  readonly onLooked: (looked: CallBackLooked) => Promise<void>;
  readonly onWaiting: (caller: LostCaller, waiting: Waiting) => void;
  /** So many callers are judged by now. */
  readonly onJudged: (callers: number) => void;
  /** Absent: the cheaper plan. */
  readonly choose?: typeof chooseLookup;
}

/** The end, with what went wrong on the way as it was thrown. */
export type Found = Omit<CallBackEnd, "end" | "problem"> & { readonly failure?: unknown };

/**
 * Finds the callers of a view who reached nobody, and whom nobody has talked to since, whoever called back, and up
 * to now. What fails on the way leaves out those whom it is about, and no others.
 *
 * @throws where nothing could be looked at
 */
export async function findWaiting(set: UnpinnedCalls, finding: Finding): Promise<Found> {
  const { reader, scope, asking, upTo, onLooked, onWaiting, onJudged } = finding;
  const criteria = lostCriteria(set.criteria);
  const read =
    criteria === undefined
      ? { calls: [], total: 0 }
      : await readTries(reader, { ...set, criteria }, MOST_TRIES, asking);
  const every = lostCallers(read.calls, Infinity);
  const range = { from: every.since ?? upTo, to: Math.max(every.since ?? upTo, upTo) };
  const lists = listsOf(set.instance, scope).map((list) => ({ ...list, range }));
  let failure: unknown = read.failure;
  const plan = await choosePlan(lists, every.callers.length, finding).catch((error: unknown) => {
    failure ??= error;
    return undefined;
  });
  // Of all calls since, one more caller costs nothing.
  const most = plan === "each" ? Math.floor(MOST_LOOKUPS / lists.length) : Infinity;
  const { callers, tries, withheld, since } = lostCallers(read.calls, Math.max(1, most));
  await onLooked({
    tries,
    of: read.total,
    ...(since !== undefined && { since }),
    upTo,
    callers: callers.length,
    withheld,
    isOwn: scope !== undefined,
  });
  const settled: Record<SettledBy, number> = { "got-through": 0, "called-back": 0 };
  let judged = 0;
  if (plan !== undefined)
    await lookUp(plan, lists, callers, finding, (caller, calls) => {
      const verdict = judgeCaller(caller, calls);
      if ("waiting" in verdict) onWaiting(caller, verdict.waiting);
      else settled[verdict.settledBy] += 1;
      judged += 1;
      onJudged(judged);
    }).catch((error: unknown) => {
      failure ??= error;
    });
  asking.signal.throwIfAborted();
  return {
    gotThrough: settled["got-through"],
    calledBack: settled["called-back"],
    unjudged: callers.length - judged,
    ...(failure !== undefined && { failure }),
  };
}

/** The lists in which a reader may look for calls: one, or one for each of the groups or agents that bound them. */
function listsOf(instance: string, scope: OwnScope | undefined) {
  return scope === undefined
    ? [{ instance, criteria: {} }]
    : idsWithin(scope, instance).map((id) => ({ instance, criteria: { [scope.filter]: id } }));
}

/** Undefined where there is nobody to look for. */
async function choosePlan(
  lists: readonly UnpinnedCalls[],
  callers: number,
  { reader, asking, choose = chooseLookup }: Finding,
): Promise<LookupPlan | undefined> {
  if (callers === 0) return undefined;
  const totals = await Promise.all(
    lists.map((list) => reader.count(list, { ...asking, purpose: "facets" })),
  );
  return choose(totals, callers);
}

/**
 * Tells of each caller all their calls of these lists, as they become known.
 *
 * @throws the first failure, once all else is told
 */
async function lookUp(
  plan: LookupPlan,
  lists: readonly UnpinnedCalls[],
  callers: readonly LostCaller[],
  { reader, asking }: Finding,
  onKnown: (caller: LostCaller, calls: readonly CallRecord[]) => void,
): Promise<void> {
  setMaxListeners(0, asking.signal);
  if (plan === "all") {
    const customers = new Set(callers.map(({ number }) => number));
    const found = await Promise.all(
      lists.map((list) => readSince(reader, list, customers, asking)),
    );
    for (const caller of callers)
      onKnown(caller, unique(found.flatMap((calls) => calls.get(caller.number) ?? [])));
    return;
  }
  const failures: unknown[] = [];
  await Promise.all(
    callers.map(async (caller) => {
      try {
        const read = await Promise.all(
          lists.map((list) => readCaller(reader, list, caller.number, asking)),
        );
        const known = read.filter((calls) => calls !== undefined);
        if (known.length === read.length) onKnown(caller, unique(known.flat()));
      } catch (error) {
        failures.push(error);
      }
    }),
  );
  if (failures.length > 0) throw failures[0];
}

/** A call that was passed on is of several groups. */
function unique(calls: readonly CallRecord[]): readonly CallRecord[] {
  return [...new Map(calls.map((call, index) => [call.contactId ?? index, call])).values()];
}
