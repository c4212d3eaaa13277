import { memo } from "react";
import type { CountedNow } from "#app/api/counted-view.ts";
import { Histogram } from "./histogram/histogram.tsx";
import { SummaryStrip } from "./summary/summary-strip.tsx";
import { useSummary } from "./summary/use-summary.ts";

/** Drawn together, so that what they ask goes in one request; and what fails together is said once. */
export const OverviewParts = memo(function OverviewParts({ counted }: { counted: CountedNow }) {
  const summary = useSummary(counted);
  return (
    <>
      <SummaryStrip summary={summary} />
      <Histogram counted={counted} isAnnounced={summary.counting.failure === undefined} />
    </>
  );
});
