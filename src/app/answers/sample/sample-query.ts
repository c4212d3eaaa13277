import { notifyManager, queryOptions } from "@tanstack/react-query";
import { ApiError } from "#app/api/api-error.ts";
import { learnNamesOfRecords } from "#app/api/known-names.ts";
import { postLines } from "#app/api/post-lines.ts";
import { errorOf } from "#app/api/read-reply.ts";
import { spend, tellWaiting } from "#app/api/upstream-budget.ts";
import { SAMPLE_ROUTE, sampleLineSchema, type DrawnLine } from "#contract/api/sample.ts";
import type { SampleDraw } from "#contract/filter/sample-draw.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { viewSearch } from "#contract/view/view-codec.ts";
import { DEFAULT_VIEW } from "#contract/view/view.ts";

/** What was drawn, as far as it is known. */
export interface Sample {
  readonly total: number | undefined;
  readonly among: number | null | undefined;
  readonly areAllAgents: boolean;
  readonly parts: readonly DrawnLine[];
  readonly progress: { readonly done: number; readonly of: number } | undefined;
  readonly isWhole: boolean;
}

const NOTHING: Sample = {
  total: undefined,
  among: undefined,
  areAllAgents: true,
  parts: [],
  progress: undefined,
  isWhole: false,
};

/**
 * Calls of a set at random. While they are drawn it tells how far that is.
 *
 * @param without contact ids, in any order
 */
export function sampleQuery(calls: CallSet, sample: SampleDraw, without: readonly string[]) {
  const { instance, range, criteria, asOf } = calls;
  const view = viewSearch({ ...DEFAULT_VIEW, instance, time: range, criteria, sample });
  const leftOut = without.toSorted();
  return queryOptions({
    queryKey: ["sample", view, instance, leftOut, asOf] as const,
    queryFn: async ({ signal, client, queryKey }): Promise<Sample> => {
      const question = { view, ...(leftOut.length > 0 && { without: leftOut }) };
      let known = NOTHING;
      let isEnded = false;
      let isDrawn = true;
      const draw = () => {
        if (!isDrawn && !signal.aborted)
          notifyManager.batch(() => client.setQueryData<Sample>(queryKey, known));
        isDrawn = true;
      };
      try {
        for await (const line of postLines(SAMPLE_ROUTE, question, sampleLineSchema, signal)) {
          if ("spent" in line) {
            spend(client, instance, line.spent);
            tellWaiting(client, instance, question, line.waiting);
            continue;
          }
          if ("problem" in line) throw errorOf(line.problem);
          if ("end" in line) isEnded = true;
          else if ("total" in line)
            known = {
              ...known,
              total: line.total,
              among: line.among,
              areAllAgents: line.areAllAgents ?? true,
            };
          else if ("done" in line) known = { ...known, progress: line };
          else {
            known = { ...known, parts: [...known.parts, line] };
            learnNamesOfRecords(client, instance, line.calls);
          }
          // Lines come in bursts.
          if (isDrawn) requestAnimationFrame(draw);
          isDrawn = false;
        }
      } finally {
        isDrawn = true;
        tellWaiting(client, instance, question, false);
      }
      // A connection that ends in the middle looks like an end to whoever reads it.
      if (!isEnded) throw new ApiError("bad_reply");
      return { ...known, parts: known.parts.toSorted(byCalls), isWhole: true };
    },
    staleTime: ({ state }) => (state.data?.isWhole === true ? Infinity : 0),
    structuralSharing: false,
  });
}

/** Agents come as their calls are read: who has the most comes first. */
function byCalls({ agent: a }: DrawnLine, { agent: b }: DrawnLine): number {
  return (b?.among ?? 0) - (a?.among ?? 0) || ((a?.id ?? "") < (b?.id ?? "") ? -1 : 1);
}
