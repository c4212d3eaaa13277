import { isReversed, MOST_SECONDS, type SecondsRange } from "#contract/filter/seconds-range.ts";
import { readLength } from "./typed-length.ts";

/** What stands before or after a length, and which end it makes it. `more` and `less` leave the length itself out. */
type Bound = "from" | "to" | "more" | "less" | "exactly";

const BEFORE: readonly (readonly [Bound, string])[] = [
  [
    "from",
    ">=|=>|≥|⩾|不少于|不短于|不小于|不低于|至少|最少|大于等于|at least|no less than|min|from",
  ],
  [
    "to",
    "<=|=<|≤|⩽|不超过|不多于|不大于|不长于|不高于|至多|最多|小于等于|at most|no more than|up to|max|within",
  ],
  ["more", ">|大于|超过|多于|长于|高于|longer than|more than|over|above"],
  ["less", "<|小于|少于|短于|低于|不到|不足|shorter than|less than|fewer than|under|below"],
  ["exactly", "=|等于|正好|刚好|exactly"],
];
const AFTER: readonly (readonly [Bound, string])[] = [
  ["from", "\\+|\\.\\.|及以上|或以上|以上|及更长|或更长|or more|or longer|and more|and over"],
  ["to", "及以下|或以下|以下|及以内|以内|之内|or less|or shorter|and less|or under"],
];
const BETWEEN = /^(.+?)\s*(?:\.\.+|…|[-–—~〜]|至|到|\bto\b|\band\b)\s*(.+)$/;

const matcher = (bounds: readonly (readonly [Bound, string])[], shape: (words: string) => string) =>
  bounds.map(([bound, words]) => [bound, new RegExp(shape(words))] as const);
const BEFORE_LENGTH = matcher(BEFORE, (words) => `^(?:${words})\\s*(.+)$`);
const AFTER_LENGTH = matcher(AFTER, (words) => `^(.+?)\\s*(?:${words})$`);

/**
 * The range of seconds that a text means, as one thinks it, in either language: `>= 60 s`, `60+`, `≤20`,
 * `1:30-3:00`, `2 分钟以上`, `over 1 min`; a length by itself is that or more. Undefined where it means none: it is
 * read whole or not at all.
 */
export function readTypedDuration(typed: string): SecondsRange | undefined {
  const text = typed.normalize("NFKC").trim().toLowerCase();
  const range = readOpen(text) ?? readBetween(text);
  if (range === undefined || isReversed(range)) return undefined;
  const isSayable = (end: number | undefined) =>
    end === undefined || (Number.isInteger(end) && end >= 0 && end <= MOST_SECONDS);
  return isSayable(range.from) && isSayable(range.to) ? range : undefined;
}

/** One length, with or without what makes it an end. */
function readOpen(text: string): SecondsRange | undefined {
  const link = /^\.\.\s*(.+)$/.exec(text)?.[1];
  if (link !== undefined) return asRange("to", link);
  for (const [bound, form] of [...BEFORE_LENGTH, ...AFTER_LENGTH]) {
    const length = form.exec(text)?.[1];
    const range = length === undefined ? undefined : asRange(bound, length);
    if (range !== undefined) return range;
  }
  return asRange("from", text);
}

function asRange(bound: Bound, text: string): SecondsRange | undefined {
  const seconds = readLength(text)?.seconds;
  if (seconds === undefined) return undefined;
  switch (bound) {
    case "from":
      return { from: seconds };
    case "to":
      return { to: seconds };
    // Calls are timed to the second.
    case "more":
      return { from: Math.floor(seconds) + 1 };
    case "less":
      return { to: Math.ceil(seconds) - 1 };
    case "exactly":
      return { from: seconds, to: seconds };
    default:
      return bound satisfies never;
  }
}

function readBetween(text: string): SecondsRange | undefined {
  const [, first = "", second = ""] = BETWEEN.exec(text.replace(/^(?:between|从)\s*/, "")) ?? [];
  const [from, to] = [readLength(first), readLength(second)];
  if (from === undefined || to === undefined) return undefined;
  // `1-3 min` are both minutes.
  const shared = from.unit === undefined ? (to.unit ?? 1) : 1;
  return { from: from.seconds * shared, to: to.seconds };
}
