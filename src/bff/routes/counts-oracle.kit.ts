import { CRITERION_KEYS, FILTERS, isKind, type Criteria } from "#contract/filter/filters.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";

/** For tests: which records match, by going through all of them. */
export function matching(
  records: readonly CallRecord[],
  time: AbsoluteRange,
  criteria: Criteria,
): readonly CallRecord[] {
  return records.filter((record) => {
    const { startTime = -1 } = record;
    if (startTime < time.from || startTime > time.to) return false;
    return CRITERION_KEYS.every((key) => {
      const wanted = criteria[key];
      if (wanted === undefined) return true;
      if (isKind(key, "duration")) return isInText(String(wanted), record[key]);
      const { fields, match } = FILTERS[key];
      const held = fields.flatMap((field) => record[field] ?? []).map(String);
      if (match === "contains") return held.some((one) => one.includes(String(wanted)));
      return [wanted].flat().some((one) => held.includes(String(one)));
    });
  });
}

function isInText(text: string, seconds: number | undefined): boolean {
  const [from = "", to = ""] = text.split("..");
  if (seconds === undefined) return false;
  return (from === "" || seconds >= Number(from)) && (to === "" || seconds <= Number(to));
}
