import type { AskOf } from "#contract/api/asks.ts";
import { FIGURE_RANK, type Figures, type SomeFigures } from "#contract/api/figures.ts";
import { figureParts, type FigurePart } from "#contract/filter/figure-parts.ts";
import type { CallsInHand } from "./calls-in-hand.ts";
import { MOST_FIGURE_LEVEL_CALLS, MOST_FIGURE_RANK_CALLS } from "./choose-plan.ts";
import { figuresOf } from "./count-figures.ts";
import { knownOrNull } from "./known-or-null.ts";
import type { Line, Tell } from "./lines.ts";
import { probeFacet } from "./probe-facet.ts";
import { probeLevel } from "./probe-level.ts";
import { probeRanks } from "./probe-ranks.ts";
import { probeStretch } from "./probe-stretch.ts";
import { callsWith } from "./questions.ts";
import { isByDuration } from "./read-all.ts";

/** The figures of calls that are too many to be read, each as soon as it is known. Their mean is not. */
export async function probeFigures(
  calls: CallsInHand,
  { seconds }: Pick<AskOf<"figures">, "seconds">,
  tell: Tell,
): Promise<void> {
  const { set, total } = calls;
  let known: SomeFigures = { total };
  const add = (more: SomeFigures) => {
    known = { ...known, ...more };
    tell({ figures: known });
  };
  if (total === 0) add(figuresOf([], set.criteria, seconds));
  else {
    add({});
    await Promise.all([
      probeParts(calls).then(add),
      probeLevelOf(calls, seconds).then((level) => add({ level })),
      probeTalk(calls).then((talk) => add({ talk })),
      probeKeys(calls).then((satisfaction) => add({ satisfaction })),
    ]);
  }
  tell({ end: true, total: known.total ?? total, plan: "probes" });
}

async function linesOf(answer: (tell: Tell) => Promise<void>): Promise<readonly Line[]> {
  const lines: Line[] = [];
  await answer((line) => lines.push(line));
  return lines;
}

async function probeParts(calls: CallsInHand): Promise<SomeFigures> {
  const { set } = calls;
  const parts = figureParts(set.criteria);
  const countOf = async (part: FigurePart, isAnew = false) => {
    const criteria = parts[part];
    if (criteria === undefined) return 0;
    const asked = { ...set, criteria };
    return knownOrNull(() => (isAnew ? calls.recount(asked) : calls.count(asked)));
  };
  const [answered, rejected, ...wholes] = await Promise.all([
    countOf("answered"),
    countOf("rejected"),
    countOf("base"),
    countOf("placed"),
  ]);
  let [base, placed] = wholes;
  let { total } = calls;
  // Calls only come: counted after its parts a whole is no less than they are.
  if (calls.mayGrow && ((answered ?? 0) > (base ?? 0) || (rejected ?? 0) > (placed ?? 0))) {
    base = await countOf("base", true);
    placed = await countOf("placed", true);
  }
  if (calls.mayGrow && ((base ?? 0) > total || (placed ?? 0) > total))
    total = await calls.recount();
  return { total, base, answered, placed, rejected };
}

async function probeLevelOf(calls: CallsInHand, seconds: number): Promise<Figures["level"]> {
  const ask = { of: "level", view: "", seconds } as const;
  const lines = await linesOf((tell) => probeLevel(calls, ask, tell, MOST_FIGURE_LEVEL_CALLS));
  for (const line of lines) if ("level" in line) return line.level;
  return { offered: null, answered: null, within: null, short: null };
}

async function probeTalk(calls: CallsInHand): Promise<Figures["talk"]> {
  const ask = { of: "ranks", view: "", field: "talkTime", shares: [FIGURE_RANK] } as const;
  const asked = { ...ask, shares: [...ask.shares] };
  const lines = await knownOrNull(() =>
    linesOf((tell) =>
      isByDuration(calls)
        ? probeStretch(calls, asked, tell)
        : probeRanks(calls, asked, tell, MOST_FIGURE_RANK_CALLS),
    ),
  );
  for (const line of lines ?? [])
    if ("share" in line) {
      const { base, seconds: p90, position } = line;
      return { base, mean: null, p90, position };
    }
  return { base: null, mean: null, p90: null, position: null };
}

/** The keys that callers pressed. Beside a duration each would be a search of its own. */
async function probeKeys(calls: CallsInHand): Promise<Figures["satisfaction"]> {
  if (isByDuration(calls)) return null;
  const { set, total } = calls;
  const chosen = set.criteria.satisfactionIndex;
  if (chosen !== undefined) {
    const counts = await Promise.all(
      chosen.map(
        async (key) =>
          [key, await calls.count(callsWith(set, "satisfactionIndex", [key]))] as const,
      ),
    );
    return { keys: nonZero(counts), isWhole: true };
  }
  // The newest calls tell which keys are likely, and fewer are asked for then.
  await calls.page(1);
  const ask = { of: "facet", view: "", facet: "satisfactionIndex" } as const;
  const lines = await linesOf((tell) => probeFacet(calls, ask, tell));
  const keys = lines.flatMap((line) =>
    "value" in line ? [[line.value, line.count] as const] : [],
  );
  const rated = keys.reduce((sum, [, count]) => sum + count, 0);
  return { keys: nonZero(keys), isWhole: rated >= total };
}

function nonZero(counts: readonly (readonly [string, number])[]): Record<string, number> {
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
