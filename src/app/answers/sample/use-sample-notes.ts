import { useState } from "react";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useSampleWords } from "#app/i18n/use-sample-words.ts";
import { MOST_LEFT_OUT } from "#contract/api/sample.ts";
import type { SampleDraw } from "#contract/filter/sample-draw.ts";
import { LATEST_ARRIVAL_MS } from "#contract/time/late-arrivals.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import type { Sample } from "./sample-query.ts";

interface Drawn {
  readonly calls: CallSet;
  readonly sample: SampleDraw;
  readonly data: Sample | undefined;
  readonly leftOut: number;
}

/** What is to be known of a sample: what it lacks, and what would make it another. */
export function useSampleNotes({ calls, sample, data, leftOut }: Drawn): readonly string[] {
  const words = useSampleWords();
  const { count } = useFormats();
  const { criteria, range, asOf, instance } = calls;
  const total = data?.total;
  // By the address, whose range may mean other instants by now.
  const of = JSON.stringify([instance, criteria, sample, range.from]);
  const [first, setFirst] = useState<{ readonly of: string; readonly total: number }>();
  if (total !== undefined && first?.of !== of) setFirst({ of, total });
  const drawn = data?.parts.reduce((sum, part) => sum + part.calls.length, 0) ?? 0;
  const isAgents = sample.per === "agent";
  const isFew = data?.isWhole === true && !isAgents && drawn > 0 && drawn < sample.calls;
  return [
    ...(first?.of === of && total !== undefined && total !== first.total
      ? [words.changed(count(first.total), count(total))]
      : []),
    ...(isFew ? [words.fewer(count(drawn))] : []),
    ...(data?.areAllAgents === false ? [words.someAgents] : []),
    ...(isAgents && drawn > 0 ? [words.twice] : []),
    ...(leftOut > 0 ? [words.leftOut(count(leftOut))] : []),
    ...(leftOut === MOST_LEFT_OUT ? [words.leftOutCut(count(MOST_LEFT_OUT))] : []),
    ...(range.to >= asOf - LATEST_ARRIVAL_MS ? [words.growing] : []),
  ];
}
