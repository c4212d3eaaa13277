import { UpstreamError } from "#bff/upstream/upstream-error.ts";
import type { AskOf } from "#contract/api/asks.ts";
import { isAlwaysThere } from "#contract/filter/exclusion.ts";
import { FILTERS, isKind, type FacetKey, type FilterKeyOf } from "#contract/filter/filters.ts";
import type { CallsInHand } from "./calls-in-hand.ts";
import { MOST_LEARNED } from "./choose-plan.ts";
import { tallyFacet } from "./facet-values.ts";
import type { Tell } from "./lines.ts";
import { callsWith } from "./questions.ts";
import { tellSurveyStates } from "./survey-states.ts";

/** One probe a value, as far as the total does not tell the rest. */
export function probeFacet(calls: CallsInHand, ask: AskOf<"facet">, tell: Tell): Promise<void> {
  const { facet, extra = [] } = ask;
  return isKind(facet, "multi-choice") || isKind(facet, "choice")
    ? probeOptions(calls, facet, extra, tell)
    : probeLearned(calls, facet, extra, tell);
}

type OptionsKey = Extract<FacetKey, FilterKeyOf<"choice" | "multi-choice">>;

/**
 * A closed set, in waves: once the values asked for cover all calls that have one, those not asked for
 * are 0. The newest calls tell which values are likely, and values that the set does not know.
 */
async function probeOptions(
  calls: CallsInHand,
  facet: OptionsKey,
  extra: readonly string[],
  tell: Tell,
): Promise<void> {
  const { total } = calls;
  const newest = calls.knownNewest();
  const seen = tallyFacet(newest ?? [], facet).map(({ value }) => value);
  const values = [...new Set<string>([...FILTERS[facet].options, ...seen])];
  // They may be misspelt: what has any of the others is counted without them.
  const strangers = [...new Set(extra)].filter((value) => !values.includes(value));
  const likely = values.filter((value) => seen.includes(value) || extra.includes(value));
  const isValued = isAlwaysThere(facet);
  // Where calls may be without a value, one probe says how many have any.
  const valued = isValued ? total : await countAny(calls, facet, values);

  let isAllTold = true;
  async function ask(wave: readonly string[], had = seen): Promise<number> {
    const counts = await Promise.all(
      wave.map(async (value) => {
        const count = await countOne(calls, facet, value, had);
        if (count === undefined) isAllTold = false;
        else tell({ value, count });
        return count ?? 0;
      }),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }
  const strange = ask(strangers);
  // Until it is awaited a failure elsewhere may have ended the question, and its own is no news.
  strange.catch(() => undefined);
  let covered = 0;
  let latest = valued;
  /** Whether no call can have any other value than those that were asked for. */
  async function isAllCovered(): Promise<boolean> {
    if (latest === undefined || covered < latest) return false;
    if (!calls.mayGrow) return true;
    // One that came since may stand in for one with a value that nobody has asked for yet. What is
    // counted after all the others settles it, since calls only come.
    latest = await (isValued ? calls.recount() : countAny(calls, facet, values, calls.recount));
    return latest !== undefined && covered >= latest;
  }
  let isAll = false;
  for (const wave of wavesOf(values, likely)) {
    isAll ||= await isAllCovered();
    if (isAll) for (const value of wave) tell({ value, count: 0 });
    else covered += await ask(wave);
  }
  let told = covered + (await strange);
  const knownTotal = (isValued ? latest : undefined) ?? total;
  // What is still missing may have a value newer than this edition: perhaps one of the newest calls.
  if (told < knownTotal && newest === undefined) {
    const found = tallyFacet(await calls.page(1), facet).map(({ value }) => value);
    told += await ask(
      found.filter((value) => ![...values, ...strangers].includes(value)),
      found,
    );
  }
  const of = await totalOver(calls, told, knownTotal);
  if ("surveyStates" in FILTERS[facet]) await tellSurveyStates(calls, told, of, tell);
  tell({
    end: true,
    total: of,
    plan: "probes",
    other: told <= of ? of - told : null,
    // Where calls may be without a value, those are not told from calls with one that is not known.
    complete: isValued && isAllTold && told === of,
  });
}

/** The total, counted anew where the parts are more: a call that came meanwhile is in one of them. */
async function totalOver(calls: CallsInHand, parts: number, total = calls.total): Promise<number> {
  return parts > total ? calls.recount() : total;
}

/** How many calls have one of the values; undefined where the upstream does not take them all. */
async function countAny(
  calls: CallsInHand,
  facet: OptionsKey,
  values: readonly string[],
  count = calls.count,
): Promise<number | undefined> {
  if (!isKind(facet, "multi-choice")) return undefined;
  return count(callsWith(calls.set, facet, values)).catch(unknownWhereRefused);
}

function unknownWhereRefused(error: unknown): undefined {
  if (!isRefused(error)) throw error;
}

/**
 * A value that the upstream does not take is one that no call has, since the rest of the filter it
 * took; undefined where a call was seen to have it all the same.
 */
async function countOne(
  calls: CallsInHand,
  facet: FacetKey,
  value: string,
  seen: readonly string[],
): Promise<number | undefined> {
  return calls.count(callsWith(calls.set, facet, [value])).catch((error: unknown) => {
    if (isRefused(error)) return seen.includes(value) ? undefined : 0;
    throw error;
  });
}

function isRefused(error: unknown): boolean {
  return error instanceof UpstreamError && error.code === "upstream_parameter";
}

/** The last value by itself: most often the others have covered all by then. */
function wavesOf(values: readonly string[], likely: readonly string[]): (readonly string[])[] {
  const rest = values.filter((value) => !likely.includes(value));
  return [likely, rest.slice(0, -1), rest.slice(-1)].filter((wave) => wave.length > 0);
}

/** People and the customer's own words, which no list knows: those that the newest calls name. */
async function probeLearned(
  calls: CallsInHand,
  facet: Exclude<FacetKey, OptionsKey>,
  extra: readonly string[],
  tell: Tell,
): Promise<void> {
  const { total } = calls;
  const isPeople = isKind(facet, "person");
  const found = tallyFacet(await newestWith(calls, facet), facet);
  const values = [
    ...new Set([...extra, ...found.slice(0, MOST_LEARNED).map(({ value }) => value)]),
  ];
  const seen = found.map(({ value }) => value);
  const counts = await Promise.all(
    values.map(async (value) => {
      const count = await countOne(calls, facet, value, seen);
      const name = found.find((one) => one.value === value)?.name;
      if (count !== undefined) tell({ value, count, ...(name !== undefined && { name }) });
      return count ?? 0;
    }),
  );
  // A call may have several people, so that their counts do not add up to anything.
  if (isPeople) return tell({ end: true, total, plan: "probes", other: null, complete: false });
  const told = counts.reduce((sum, count) => sum + count, 0);
  const of = await totalOver(calls, told);
  const other = told <= of ? of - told : null;
  tell({ end: true, total: of, plan: "probes", other, complete: false });
}

/** The newest calls, or of those that have the other value without which there is none of this. */
async function newestWith(calls: CallsInHand, facet: FacetKey) {
  const row = FILTERS[facet];
  if ("onlyWith" in row && calls.set.criteria[row.onlyWith] === undefined) {
    const { options } = FILTERS[row.onlyWith];
    return calls.page(1, { set: callsWith(calls.set, row.onlyWith, options) });
  }
  return calls.knownNewest() ?? calls.page(1);
}
