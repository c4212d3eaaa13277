import { memo } from "react";
import type { CallSet } from "#contract/view/call-set.ts";
import { Histogram } from "./histogram/histogram.tsx";
import { SummaryStrip } from "./summary/summary-strip.tsx";
import { useSummary } from "./summary/use-summary.ts";

/** Drawn together, so that what they ask goes in one request; and what fails together is said once. */
export const OverviewParts = memo(function OverviewParts({ calls }: { calls: CallSet }) {
  const summary = useSummary(calls);
  return (
    <>
      <SummaryStrip summary={summary} criteria={calls.criteria} />
      <Histogram calls={calls} isAnnounced={summary.counting.failure === undefined} />
    </>
  );
});
