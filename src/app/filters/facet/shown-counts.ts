import type { SurveyState } from "#contract/record/survey-state.ts";
import type { Tone } from "#contract/record/tones.ts";
import type { Formats } from "#labels/formats.ts";
import type { FacetAnswer } from "./facet-answer.ts";
import type { FacetRowCount } from "./facet-row.tsx";
import type { FacetCounts } from "./use-facet-counts.ts";

/** What of a facet's counts is on screen: the present ones, and until they are there the old ones. */
export interface ShownCounts {
  readonly countOf: (value: string) => number | undefined;
  readonly changeOf: (value: string) => number | undefined;
  readonly row: (value: string, tone: Tone | undefined) => FacetRowCount;
  readonly stateRow: (state: SurveyState) => FacetRowCount;
  readonly otherRow: () => FacetRowCount;
}

interface Texts {
  readonly formats: Formats;
  readonly previous: (values: { count: string }) => string;
  readonly before: (values: { before: string; percent: string }) => string;
  readonly beforeOnly: (values: { before: string }) => string;
  /** In place of a count that is not known, and never will be. */
  readonly unknown: string;
  readonly unknownHint: string;
  readonly atLeast: (values: { count: string }) => string;
  readonly atLeastHint: string;
}

/** Where a rise, or a fall, is for the worse. */
const WORSE: Readonly<Record<Tone, number>> = { good: -1, attention: 1, bad: 1, neutral: 0 };

/** `compare`: whether there is a column for the change, be it known or not. */
export function shownCounts(
  { answer, old, whole, before }: Pick<FacetCounts, "answer" | "old" | "whole" | "before">,
  compare: boolean,
  { formats, ...texts }: Texts,
): ShownCounts {
  type Part = (one: FacetAnswer) => number | undefined;
  const present = (part: Part) => part(answer) ?? (old && part(old));
  const earlier = (part: Part) => before && (part(before) ?? (before.isComplete ? 0 : undefined));
  const countPart = (value: string) => (one: FacetAnswer) => one.counts.get(value);
  const countOf = (value: string) => present(countPart(value));
  const changeOf = (value: string) => change(countPart(value));
  const change = (part: Part) => {
    const [now, then] = [whole && part(whole), earlier(part)];
    return now === undefined || then === undefined ? undefined : now - then;
  };
  const largest = [...(old?.counts.keys() ?? []), ...answer.counts.keys()].reduce(
    (max, value) => Math.max(max, countOf(value) ?? 0),
    0,
  );

  function shown(part: Part, tone: Tone | undefined, hasBar: boolean): FacetRowCount {
    const count = present(part);
    const changed = compare ? change(part) : undefined;
    const then = earlier(part) ?? 0;
    const text = count === undefined ? undefined : formats.count(count);
    const isOld = part(answer) === undefined;
    return {
      count: text,
      why: undefined,
      previous: isOld && text !== undefined ? texts.previous({ count: text }) : undefined,
      isZero: count === 0,
      share: hasBar && largest > 0 ? Math.ceil((100 * (count ?? 0)) / largest) / 100 : 0,
      change: changed === undefined ? (compare ? "" : undefined) : formats.change(changed),
      changeTitle:
        changed === undefined
          ? undefined
          : then > 0
            ? texts.before({
                before: formats.count(then),
                percent: formats.percentChange(changed / then),
              })
            : texts.beforeOnly({ before: formats.count(then) }),
      isWorse: tone !== undefined && (changed ?? 0) * WORSE[tone] > 0,
    };
  }

  function stateRow(state: SurveyState): FacetRowCount {
    const stateOf = (one: FacetAnswer) => one.states.get(state);
    const row = shown((one) => stateOf(one)?.count ?? undefined, undefined, false);
    const told = stateOf(answer) ?? (old && stateOf(old));
    if (told?.count !== null) return row;
    const { atLeast } = told;
    const [count, why] =
      atLeast === undefined
        ? [texts.unknown, texts.unknownHint]
        : [texts.atLeast({ count: formats.count(atLeast) }), texts.atLeastHint];
    const isOld = stateOf(answer) === undefined;
    return {
      ...row,
      count,
      why,
      previous: isOld ? texts.previous({ count }) : undefined,
      isZero: false,
    };
  }

  return {
    countOf,
    changeOf,
    row: (value, tone) => shown(countPart(value), tone, true),
    stateRow,
    otherRow: () => shown(otherOf, undefined, false),
  };
}

/** Calls that neither a value nor a state covers. */
export function otherOf({ other, states }: FacetAnswer): number | undefined {
  if (other === undefined) return undefined;
  const of = (state: SurveyState) => states.get(state)?.count ?? 0;
  return other - of("unanswered") - of("notOffered");
}
