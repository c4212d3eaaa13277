import type { AskOf } from "#contract/api/asks.ts";
import { FIGURE_RANK, type Figures } from "#contract/api/figures.ts";
import { PLACED_TYPES, REJECTED_DISPOSITIONS } from "#contract/filter/figure-parts.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import { OFFERED_TYPES, shareBase } from "#contract/filter/share-base.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { isOneOf } from "#contract/record/enums.ts";
import { positionOf } from "#contract/record/rank-position.ts";
import { spentSeconds } from "#contract/record/spent-seconds.ts";
import { ANSWERED_DISPOSITIONS } from "#contract/record/tones.ts";
import { levelOf } from "./count-level.ts";
import { facetValuesOf } from "./facet-values.ts";
import type { Tell } from "./lines.ts";

/** The figures of the calls, or of those of some people, all of those that match being here. */
export function countFigures(
  records: readonly CallRecord[],
  criteria: Criteria,
  { seconds, people }: AskOf<"figures">,
  tell: Tell,
): void {
  const of = people === undefined ? records : namingAny(records, people);
  tell({ figures: figuresOf(of, criteria, seconds) });
  tell({ end: true, total: of.length, plan: "pages" });
}

/** Those that name at least one of some people. */
export function namingAny(
  records: readonly CallRecord[],
  { key, ids }: NonNullable<AskOf<"figures">["people"]>,
): readonly CallRecord[] {
  return records.filter((record) =>
    facetValuesOf(record, key).some(({ value }) => ids.includes(value)),
  );
}

/**
 * The figures of records, all of those that match being here.
 *
 * @param criteria those that they match: they say what the answered ones are a share of
 */
export function figuresOf(
  records: readonly CallRecord[],
  criteria: Criteria,
  seconds: number,
): Figures {
  const ofTypes = (types: readonly string[]) =>
    records.filter(({ contactType = "" }) => isOneOf(types, contactType));
  const base = shareBase(criteria).kind === "offered" ? ofTypes(OFFERED_TYPES) : records;
  const placed = ofTypes(PLACED_TYPES);
  return {
    total: records.length,
    base: base.length,
    answered: countEnded(base, ANSWERED_DISPOSITIONS),
    placed: placed.length,
    rejected: countEnded(placed, REJECTED_DISPOSITIONS),
    level: levelOf(records, seconds),
    talk: talkOf(records),
    satisfaction: { keys: keysOf(records), isWhole: true },
  };
}

function countEnded(records: readonly CallRecord[], dispositions: readonly string[]): number {
  return records.filter(({ contactDisposition = "" }) => isOneOf(dispositions, contactDisposition))
    .length;
}

function talkOf(records: readonly CallRecord[]): Figures["talk"] {
  const falling = records
    .map((record) => spentSeconds(record, "talkTime"))
    .filter((seconds) => seconds > 0)
    .toSorted((a, b) => b - a);
  const base = falling.length;
  const position = positionOf(FIGURE_RANK, base);
  if (position === null) return { base, mean: null, p90: null, position };
  const sum = falling.reduce((so, seconds) => so + seconds, 0);
  return { base, mean: sum / base, p90: falling[position - 1] ?? null, position };
}

function keysOf(records: readonly CallRecord[]): Readonly<Record<string, number>> {
  const keys = new Map<string, number>();
  for (const { satisfactionIndex } of records)
    if (satisfactionIndex !== undefined)
      keys.set(String(satisfactionIndex), (keys.get(String(satisfactionIndex)) ?? 0) + 1);
  return Object.fromEntries(keys);
}
