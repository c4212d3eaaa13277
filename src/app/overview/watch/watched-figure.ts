import { totalOf, type Answer, type Question } from "#app/api/counts-query.ts";
import { withCriterion } from "#contract/filter/criteria.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import { levelParts } from "#contract/filter/level-parts.ts";
import { levelBase, levelShare } from "#contract/filter/level-share.ts";
import { restricted } from "#contract/filter/restricted.ts";
import { writeSecondsRange } from "#contract/filter/seconds-range.ts";
import { shareBase } from "#contract/filter/share-base.ts";
import type { ContactDisposition } from "#contract/record/enums.ts";
import { ABANDONED_DISPOSITIONS, ANSWERED_DISPOSITIONS } from "#contract/record/tones.ts";
import type { WatchRule } from "./watch-rules.ts";

/** Answers one question about the calls of the rule's time that meet the criteria. */
export type AskOfWindow = (criteria: Criteria, question: Question) => Promise<Answer>;

const TOTAL = { of: "total" } as const;
const IN_QUEUE: readonly ContactDisposition[] = ["AbandonedInQueue"];
const USUAL = { seconds: 20, formula: "offered" } as const;

async function count(ask: AskOfWindow, criteria: Criteria | undefined): Promise<number> {
  // Of criteria that let none through there is none.
  return criteria === undefined ? 0 : (totalOf(await ask(criteria, TOTAL)) ?? Number.NaN);
}

/**
 * The figure of a rule as the line above the rows has it, in the rule's unit, and of how many calls it is;
 * undefined where it is not to be had.
 */
export async function measure(
  rule: WatchRule,
  criteria: Criteria,
  ask: AskOfWindow,
): Promise<{ readonly value: number; readonly base: number } | undefined> {
  const found = await valueOf(rule, criteria, ask);
  return found !== undefined && Number.isFinite(found.value) && Number.isFinite(found.base)
    ? found
    : undefined;
}

async function valueOf(rule: WatchRule, criteria: Criteria, ask: AskOfWindow) {
  const { criteria: offered } = shareBase(criteria);
  switch (rule.figure) {
    case "abandonedShare":
    case "answeredShare": {
      const [base, part] = await Promise.all([
        count(ask, offered),
        count(ask, callsOf(rule, criteria)),
      ]);
      return { value: base === 0 ? 0 : (100 * part) / base, base };
    }
    case "level": {
      const { seconds, formula } = rule.level ?? USUAL;
      if (levelParts(criteria, seconds).offered === undefined) return { value: 0, base: 0 };
      const { lines } = await ask(criteria, { of: "level", seconds });
      const counts = lines.flatMap((line) => ("level" in line ? [line.level] : []))[0];
      const base = counts && levelBase(counts, formula);
      const share = counts && levelShare(counts, formula);
      // Null is not known.
      if (base === undefined || base === null || share === null) return undefined;
      return { value: 100 * (share ?? 0), base };
    }
    case "queueMedian":
    case "queueP90": {
      const share = rule.figure === "queueMedian" ? 0.5 : 0.9;
      const { lines } = await ask(criteria, { of: "ranks", field: "queueTime", shares: [share] });
      const rank = lines.flatMap((line) => ("share" in line ? [line] : []))[0];
      if (rank === undefined || rank.base === null) return undefined;
      if (rank.base > 0 && rank.seconds === null) return undefined;
      return { value: rank.seconds ?? 0, base: rank.base };
    }
    case "abandonedInQueue":
    case "total": {
      const value = await count(ask, callsOf(rule, criteria));
      return { value, base: value };
    }
    default:
      return rule.figure satisfies never;
  }
}

/** The criteria of the calls that a rule is about, where it leads to; undefined: no call can be one. */
export function callsOf({ figure, level }: WatchRule, criteria: Criteria): Criteria | undefined {
  const ended = (dispositions: readonly string[]) =>
    restricted(shareBase(criteria).criteria, "contactDisposition", dispositions);
  switch (figure) {
    case "abandonedShare":
      return ended(ABANDONED_DISPOSITIONS);
    case "answeredShare":
      return ended(ANSWERED_DISPOSITIONS);
    case "level":
      return levelParts(criteria, (level ?? USUAL).seconds).offered;
    case "queueMedian":
    case "queueP90":
      return criteria.queueTime === undefined
        ? withCriterion(criteria, "queueTime", writeSecondsRange({ from: 1 }))
        : criteria;
    case "abandonedInQueue":
      return restricted(criteria, "contactDisposition", IN_QUEUE);
    case "total":
      return criteria;
    default:
      return figure satisfies never;
  }
}
