import { memo } from "react";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { useLinkedChart } from "#app/view/use-view.tsx";
import type { CallSet } from "#contract/view/call-set.ts";
import { Histogram } from "./histogram/histogram.tsx";
import { SummaryStrip } from "./summary/summary-strip.tsx";
import { useSummary } from "./summary/use-summary.ts";

// Most look at calls over time.
const WeekChart = createLazyPart(
  () => import("./week/week-chart.tsx"),
  (module) => module.WeekChart,
);

/** Drawn together, so that what they ask goes in one request; and what fails together is said once. */
export const OverviewParts = memo(function OverviewParts({ calls }: { calls: CallSet }) {
  const summary = useSummary(calls);
  const chart = useLinkedChart();
  const isAnnounced = summary.counting.failure === undefined;
  return (
    <>
      <SummaryStrip summary={summary} criteria={calls.criteria} />
      {chart === undefined ? (
        <Histogram calls={calls} isAnnounced={isAnnounced} />
      ) : (
        <WeekChart whenFailed={PartFailed} calls={calls} chart={chart} isAnnounced={isAnnounced} />
      )}
    </>
  );
});
