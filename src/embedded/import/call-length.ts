import { RECORD_FIELD_NAMES, RECORD_FIELDS } from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";

// Of a short call, seconds and milliseconds can both be; held against how long the call took, they
// cannot. What only contradicts it by a little is shown as it is: which of them is wrong nobody knows.

const DURATIONS = RECORD_FIELD_NAMES.filter((field) => RECORD_FIELDS[field] === "seconds").map(
  wireName,
);

/** So many times the length of the call is no mistake of the clock. */
const TIMES = 100;
/** Of a shorter call a rounded second may be many times the length. */
const SHORTEST_MS = 1000;

/** What is wrong with a duration that cannot be of its call; undefined if there is none. */
export function durationFault(texts: Readonly<Record<string, string>>): string | undefined {
  const { StartTime, ReleaseTime } = texts;
  if (StartTime === undefined || ReleaseTime === undefined) return undefined;
  const lengthMs = Number(ReleaseTime) - Number(StartTime);
  if (lengthMs < SHORTEST_MS) return undefined;
  const found = DURATIONS.find(
    (name) => Number(texts[name]?.replaceAll("_", "")) * 1000 > TIMES * lengthMs,
  );
  return found === undefined
    ? undefined
    : `${found} is more than ${TIMES} times as long as the call: it looks like milliseconds, and this needs seconds`;
}

/** The same in SQL, of columns of numbers. */
export function hasLongDurationSql(readOf: (name: string) => string): string {
  // As DOUBLE, for what is no instant may be too much to subtract.
  const lengthMs = `(${readOf("ReleaseTime")}::DOUBLE - ${readOf("StartTime")}::DOUBLE)`;
  const longest = `greatest(${DURATIONS.map(readOf).join(", ")})`;
  return `(${lengthMs} >= ${SHORTEST_MS} AND ${longest} * 1000 > ${TIMES} * ${lengthMs})`;
}
