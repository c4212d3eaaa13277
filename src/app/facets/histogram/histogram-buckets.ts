import type { CountPlan } from "#contract/counts.ts";
import type { Tone } from "#contract/tones.ts";
import type { Answer } from "#app/api/counts-query.ts";

/** One stretch of time and how many calls began in it. */
export interface Bucket {
  readonly from: number;
  /** Exclusive. */
  readonly end: number;
  /** Absent while it is not known. */
  readonly count?: number;
  /** The count divided by what became of the calls, where that is known too. */
  readonly tones?: Readonly<Partial<Record<Tone, number>>>;
}

/** The buckets between `edges`, with what is known of their counts. */
export function readBuckets(
  edges: readonly number[],
  answer: Answer | undefined,
): readonly Bucket[] {
  const lines = new Map(
    answer?.lines.flatMap((line) => ("bucket" in line ? [[line.bucket, line] as const] : [])),
  );
  return edges.slice(1).map((end, index) => {
    const from = edges[index] ?? end;
    const line = lines.get(index);
    if (line === undefined) return { from, end };
    const { count, tones } = line;
    return { from, end, count, ...(tones !== undefined && { tones }) };
  });
}

/** How the buckets were counted; absent before any of them is known. */
export function planOf(buckets: readonly Bucket[]): CountPlan | undefined {
  const known = buckets.filter(({ count = 0 }) => count > 0);
  if (known.length === 0) return undefined;
  return known.some(({ tones }) => tones !== undefined) ? "pages" : "probes";
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
