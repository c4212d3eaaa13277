import type { AskOf } from "#contract/api/asks.ts";
import { FILTERS } from "#contract/filter/filters.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { positionOf } from "#contract/record/rank-position.ts";
import { spentSeconds } from "#contract/record/spent-seconds.ts";
import { TONES, toneOf, type Tone } from "#contract/record/tones.ts";
import { tallyFacet } from "./facet-values.ts";
import type { Tell } from "./lines.ts";
import { countSurveyStates } from "./survey-states.ts";

/** More people or words than this no list on screen shows. */
const MOST_VALUES = 200;

// Answers from the records themselves, all of those that match being here.

export function countFacet(records: readonly CallRecord[], ask: AskOf<"facet">, tell: Tell): void {
  const row = FILTERS[ask.facet];
  const tally = new Map(tallyFacet(records, ask.facet).map((entry) => [entry.value, entry]));
  const asked = new Set<string>([...("options" in row ? row.options : []), ...(ask.extra ?? [])]);
  const found = [...tally.keys()].filter((value) => !asked.has(value));
  let covered = 0;
  for (const value of [...asked, ...found.slice(0, MOST_VALUES)]) {
    const { count = 0, name } = tally.get(value) ?? {};
    tell({ value, count, ...(name !== undefined && { name }) });
    covered += count;
  }
  if ("surveyStates" in row) countSurveyStates(records, tell);
  tell({
    end: true,
    total: records.length,
    plan: "pages",
    other: row.kind === "person" ? null : records.length - covered,
    complete: found.length <= MOST_VALUES,
  });
}

export function countTimes(
  records: readonly CallRecord[],
  { edges }: AskOf<"times">,
  tell: Tell,
): void {
  const buckets = edges.slice(1).map(() => ({ count: 0, tones: new Map<Tone, number>() }));
  for (const { startTime, contactDisposition = "" } of records) {
    if (startTime === undefined) continue;
    // The last edge that is not after it.
    const index = edges.findLastIndex((edge) => edge <= startTime);
    const bucket = buckets[index];
    if (bucket === undefined) continue;
    const tone = toneOf("contactDisposition", contactDisposition);
    bucket.count += 1;
    bucket.tones.set(tone, (bucket.tones.get(tone) ?? 0) + 1);
  }
  for (const [bucket, { count, tones }] of buckets.entries())
    tell({
      bucket,
      count,
      tones: Object.fromEntries(
        TONES.flatMap((tone) => (tones.has(tone) ? [[tone, tones.get(tone) ?? 0]] : [])),
      ),
    });
  tell({ end: true, total: records.length, plan: "pages" });
}

export function rankRecords(
  records: readonly CallRecord[],
  { field, shares }: AskOf<"ranks">,
  tell: Tell,
): void {
  const spent = records.map((record) => spentSeconds(record, field));
  const falling = spent.filter((seconds) => seconds > 0).toSorted((a, b) => b - a);
  const base = falling.length;
  for (const share of shares) {
    const position = positionOf(share, base);
    const seconds = position === null ? undefined : falling[position - 1];
    tell({ share, seconds: seconds ?? null, position, base });
  }
  tell({ end: true, total: records.length, plan: "pages" });
}
