import type { Answer } from "#app/api/counts-query.ts";
import type { Tone } from "#contract/record/tones.ts";

interface BucketCount {
  /** Absent while it is not known. */
  readonly count?: number;
  /** The count divided by what became of the calls, where that is known too. */
  readonly tones?: Readonly<Partial<Record<Tone, number>>>;
}

/** One stretch of time and how many calls began in it. */
export interface Bucket extends BucketCount {
  readonly from: number;
  /** Exclusive. */
  readonly end: number;
  /** Whether its count did not come, and will not by itself. */
  readonly hasFailed?: true;
  /** What it had a moment ago, while that is counted anew. */
  readonly stale?: BucketCount;
}

/** The buckets between `edges`, with what is known of their counts, or that the rest `hasFailed`. */
export function readBuckets(
  edges: readonly number[],
  answer: Answer | undefined,
  hasFailed = false,
): readonly Bucket[] {
  const lines = new Map(
    answer?.lines.flatMap((line) => ("bucket" in line ? [[line.bucket, line] as const] : [])),
  );
  return edges.slice(1).map((end, index) => {
    const from = edges[index] ?? end;
    const line = lines.get(index);
    if (line === undefined) return { from, end, ...(hasFailed && { hasFailed }) };
    const { count, tones } = line;
    return { from, end, count, ...(tones !== undefined && { tones }) };
  });
}

/**
 * The buckets, those that are not known with what they had when the same was asked before: a refresh
 * should not empty the screen. The last of those may have been cut off earlier.
 */
export function withStale(
  buckets: readonly Bucket[],
  before: readonly Bucket[],
): readonly Bucket[] {
  const last = before.at(-1);
  const known = new Map(before.map((bucket) => [bucket.from, bucket]));
  return buckets.map((bucket) => {
    const stale = known.get(bucket.from);
    if (bucket.count !== undefined || stale?.count === undefined) return bucket;
    return stale === last || stale.end === bucket.end ? { ...bucket, stale } : bucket;
  });
}

/** What the bars say: what became of the calls, or only how many there are. */
export type BarDetail = "tones" | "totals";

/** What the buckets say; absent while that is not known: colours come after the counts. */
export function detailOf(buckets: readonly Bucket[], isWhole: boolean): BarDetail | undefined {
  if (buckets.some(({ tones }) => tones !== undefined)) return "tones";
  return isWhole && buckets.some(({ count = 0 }) => count > 0) ? "totals" : undefined;
}

/** The calls of the buckets from one to another, both inclusive; absent while one is not known. */
export function sumOf(buckets: readonly Bucket[], first: number, last: number): number | undefined {
  let sum = 0;
  for (const { count } of buckets.slice(first, last + 1)) {
    if (count === undefined) return undefined;
    sum += count;
  }
  return sum;
}
