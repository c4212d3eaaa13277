import { memo } from "react";
import type { CountedNow } from "#app/api/counted-view.ts";
import { Histogram } from "#app/facets/histogram/histogram.tsx";
import { SummaryStrip } from "#app/facets/summary/summary-strip.tsx";

/** Drawn together, so that what they ask goes in one request. */
export const OverviewParts = memo(function OverviewParts({ counted }: { counted: CountedNow }) {
  return (
    <>
      <SummaryStrip counted={counted} />
      <Histogram counted={counted} />
    </>
  );
});
