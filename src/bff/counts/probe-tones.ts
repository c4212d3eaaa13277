import { CONTACT_DISPOSITIONS } from "#contract/record/enums.ts";
import { TONES, toneOf, type Tone } from "#contract/record/tones.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import type { CallsInHand } from "./calls-in-hand.ts";
import type { Tell } from "./lines.ts";

/** A bucket with the calls that were counted in it. */
export interface CountedBucket {
  readonly bucket: number;
  readonly range: AbsoluteRange;
  readonly count: number;
}

/** Those that are asked for; what is left is neutral, as are values newer than this edition. */
const ASKED: readonly Tone[] = TONES.filter((tone) => tone !== "neutral");

/** More buckets than these would take more probes than their colours are worth. */
const MOST_TONED_BUCKETS = 64;

/** The probes that the colours of so many buckets may take, at most. */
export function toneProbesOf(buckets: number): number {
  return buckets > MOST_TONED_BUCKETS ? 0 : ASKED.length * (buckets + 1);
}

/**
 * Divides buckets by what became of their calls, where they are few enough. Of a tone that few calls have
 * the calls themselves are read; one that none has is not asked for again.
 */
export async function probeTones(
  calls: CallsInHand,
  buckets: readonly CountedBucket[],
  tell: Tell,
): Promise<void> {
  const filled = buckets.filter(({ count }) => count > 0);
  if (buckets.length > MOST_TONED_BUCKETS || filled.length === 0) return;
  const byTone = await Promise.all(
    ASKED.map(async (tone) => [tone, await countTone(calls, filled, tone)] as const),
  );
  for (const [index, { bucket, count }] of filled.entries()) {
    const asked = byTone.map(([tone, counts]) => [tone, counts[index] ?? 0] as const);
    const neutral = count - asked.reduce((sum, [, of]) => sum + of, 0);
    // A call that came meanwhile is in a part and not in the whole: the next refresh tells them apart.
    if (neutral < 0) continue;
    const tones = [...asked, ["neutral", neutral] as const].filter(([, of]) => of > 0);
    tell({ bucket, count, tones: Object.fromEntries(tones) });
  }
}

/** How many calls of each bucket have a tone. */
async function countTone(
  calls: CallsInHand,
  buckets: readonly CountedBucket[],
  tone: Tone,
): Promise<readonly number[]> {
  const chosen = calls.set.criteria.contactDisposition;
  const meant = CONTACT_DISPOSITIONS.filter(
    (value) => toneOf("contactDisposition", value) === tone && (chosen?.includes(value) ?? true),
  );
  if (meant.length === 0) return buckets.map(() => 0);
  // Nothing else was asked for: the buckets are counted already.
  if (meant.length === chosen?.length) return buckets.map(({ count }) => count);
  const set: CallSet = {
    ...calls.set,
    criteria: { ...calls.set.criteria, contactDisposition: meant },
  };
  const total = await calls.count(set, { purpose: "histogram" });
  const pages = Math.ceil(total / PAGE_SIZE);
  if (pages >= buckets.length)
    return Promise.all(
      buckets.map(({ range }) => calls.count({ ...set, range }, { purpose: "histogram" })),
    );
  // Of each page the starts alone: the pages are up to sixty, and their records would weigh megabytes.
  const startsOf = async (page: number) =>
    (await calls.page(page, { set })).map(({ startTime }) => startTime ?? -1);
  const read = await Promise.all(
    Array.from({ length: pages }, (_unused, index) => startsOf(index + 1)),
  );
  const starts = read.flat();
  return buckets.map(
    ({ range }) => starts.filter((at) => range.from <= at && at <= range.to).length,
  );
}
