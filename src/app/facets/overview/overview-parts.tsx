import { memo } from "react";
import type { CountedNow } from "#app/api/counted-view.ts";
import { Histogram } from "#app/facets/histogram/histogram.tsx";
import { SummaryStrip } from "#app/facets/summary/summary-strip.tsx";
import { useSummary } from "#app/facets/summary/use-summary.ts";

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
