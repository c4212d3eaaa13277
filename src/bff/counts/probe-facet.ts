import type { AskOf } from "#contract/counts.ts";
import { ALWAYS_THERE } from "#contract/exclusion.ts";
import { FILTERS, isKind, type FacetKey, type FilterKeyOf } from "#contract/filters.ts";
import type { CallsInHand } from "./calls-in-hand.ts";
import { MOST_LEARNED } from "./choose-plan.ts";
import { tallyFacet } from "./facet-values.ts";
import type { Tell } from "./lines.ts";
import { withValues } from "./questions.ts";

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
  const { total, filter } = calls;
  const newest = calls.knownNewest();
  const seen = tallyFacet(newest ?? [], facet).map(({ value }) => value);
  const values = [...new Set<string>([...FILTERS[facet].options, ...extra, ...seen])];
  const likely = values.filter((value) => seen.includes(value) || extra.includes(value));
  const isAlwaysThere = FILTERS[facet].fields.every((field) => ALWAYS_THERE.has(field));
  // Where calls may be without a value, one probe says how many have any.
  const valued = isAlwaysThere
    ? total
    : isKind(facet, "multi-choice")
      ? await calls.count(withValues(filter, facet, values))
      : undefined;
  const states =
    facet === "satisfactionIndex" && valued !== undefined
      ? tellSurveyStates(calls, valued, tell)
      : undefined;

  let covered = 0;
  async function ask(wave: readonly string[]): Promise<void> {
    if (valued !== undefined && covered >= valued) {
      for (const value of wave) tell({ value, count: 0 });
      return;
    }
    const counts = await Promise.all(
      wave.map(async (value) => {
        const count = await calls.count(withValues(filter, facet, [value]));
        tell({ value, count });
        return count;
      }),
    );
    covered += counts.reduce((sum, count) => sum + count, 0);
  }
  for (const wave of wavesOf(values, likely)) await ask(wave);
  // What is still missing has a value newer than this edition: perhaps one of the newest calls.
  if (isAlwaysThere && covered < total && newest === undefined) {
    const found = tallyFacet(await calls.page(1), facet).map(({ value }) => value);
    await ask(found.filter((value) => !values.includes(value)));
  }
  await states;
  const other = Math.max(0, total - covered);
  tell({
    end: true,
    total,
    plan: "probes",
    other,
    complete: valued !== undefined && covered >= valued,
  });
}

/** The last value by itself: most often the others have covered all by then. */
function wavesOf(values: readonly string[], likely: readonly string[]): (readonly string[])[] {
  const rest = values.filter((value) => !likely.includes(value));
  return [likely, rest.slice(0, -1), rest.slice(-1)].filter((wave) => wave.length > 0);
}

/**
 * The upstream cannot be asked for a survey that was offered in vain. What was offered has a channel,
 * of which there are two.
 */
async function tellSurveyStates(calls: CallsInHand, answered: number, tell: Tell): Promise<void> {
  const { filter, total } = calls;
  tell({ state: "answered", count: answered });
  const channel = "satisfactionSurveyChannel";
  const offered =
    filter.criteria[channel] === undefined
      ? await Promise.all(
          FILTERS[channel].options.map((option) =>
            calls.count(withValues(filter, channel, [option])),
          ),
        )
      : [total];
  const count = offered.reduce((sum, one) => sum + one, 0);
  // Answers without a channel: then channels do not tell what was offered, and nothing else does.
  if (count < answered || count > total) return;
  tell({ state: "unanswered", count: count - answered });
  tell({ state: "notOffered", count: total - count });
}

/** People and the customer's own words, which no list knows: those that the newest calls name. */
async function probeLearned(
  calls: CallsInHand,
  facet: Exclude<FacetKey, OptionsKey>,
  extra: readonly string[],
  tell: Tell,
): Promise<void> {
  const { total, filter } = calls;
  const isPeople = isKind(facet, "person");
  const found = tallyFacet(await newestWith(calls, facet), facet);
  const values = [
    ...new Set([...extra, ...found.slice(0, MOST_LEARNED).map(({ value }) => value)]),
  ];
  const counts = await Promise.all(
    values.map(async (value) => {
      const count = await calls.count(withValues(filter, facet, [value]));
      const name = found.find((one) => one.value === value)?.name;
      tell({ value, count, ...(name !== undefined && { name }) });
      return count;
    }),
  );
  const covered = counts.reduce((sum, count) => sum + count, 0);
  // A call may have several people, so that their counts do not add up to anything.
  const other = isPeople ? null : Math.max(0, total - covered);
  tell({ end: true, total, plan: "probes", other, complete: false });
}

/** The newest calls, or of those with an answer where only they have the facet's words. */
async function newestWith(calls: CallsInHand, facet: FacetKey) {
  const index = "satisfactionIndex";
  if (facet === "satisfactionDescription" && calls.filter.criteria[index] === undefined)
    return calls.page(1, { filter: withValues(calls.filter, index, FILTERS[index].options) });
  return calls.knownNewest() ?? calls.page(1);
}
