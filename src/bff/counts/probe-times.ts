import type { AskOf } from "#contract/api/asks.ts";
import type { CallsInHand } from "./calls-in-hand.ts";
import type { Tell } from "./lines.ts";
import { probeTones } from "./probe-tones.ts";

/**
 * One probe a bucket, but for the last: where the buckets cover the range, it is what is left. While
 * calls may still come late that would lay whatever came meanwhile at the door of the last bucket, which
 * is the one that is looked at most. What became of the calls follows, where that is not too much to ask.
 */
export async function probeTimes(
  calls: CallsInHand,
  { edges }: AskOf<"times">,
  tell: Tell,
): Promise<void> {
  const { total, set, mayGrow } = calls;
  const { from, to } = set.range;
  const buckets = edges.slice(1).map((end, bucket) => ({
    bucket,
    range: { from: Math.max(from, edges[bucket] ?? 0), to: Math.min(to, end - 1) },
  }));
  const isInRange = ({ range }: (typeof buckets)[number]) => range.from <= range.to;
  for (const one of buckets) if (!isInRange(one)) tell({ bucket: one.bucket, count: 0 });
  const inRange = buckets.filter(isInRange);
  const doCover = (edges[0] ?? 0) <= from && (edges.at(-1) ?? 0) > to;
  const last = doCover && !mayGrow ? inRange.at(-1) : undefined;

  const count = async ({ bucket, range }: (typeof buckets)[number]) => {
    const found = await calls.count({ ...set, range }, { purpose: "histogram" });
    tell({ bucket, count: found });
    return { bucket, range, count: found };
  };
  const counted = await Promise.all(inRange.filter((one) => one !== last).map(count));
  if (last !== undefined) {
    const left = total - counted.reduce((sum, one) => sum + one.count, 0);
    // Whatever the upstream counts, there are not less than none.
    if (left < 0) counted.push(await count(last));
    else {
      tell({ bucket: last.bucket, count: left });
      counted.push({ ...last, count: left });
    }
  }
  await probeTones(calls, counted, tell);
  tell({ end: true, total, plan: "probes" });
}
