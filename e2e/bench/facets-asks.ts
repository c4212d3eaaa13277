import type { Ask } from "#contract/api/asks.ts";

const BUCKETS = 48;

/** What the screen asks of a view as it opens: the open facets, the histogram, the summary. */
export function screenOfAsks(view: string, from: number, to: number): Ask[] {
  const step = Math.ceil((to + 1 - from) / BUCKETS);
  const edges = Array.from({ length: BUCKETS + 1 }, (_unused, index) => from + index * step);
  return [
    { of: "facet", view, facet: "contactDisposition" },
    { of: "facet", view, facet: "satisfactionIndex" },
    { of: "times", view, edges },
    { of: "total", view },
    { of: "total", view: `${view}&disposition=Success` },
    {
      of: "total",
      view: `${view}&disposition=AbandonedInIVR,AbandonedInQueue,AbandonedInRing,AbandonedInVoiceNavigator`,
    },
    { of: "ranks", view, field: "queueTime", shares: [0.5, 0.9] },
    { of: "ranks", view, field: "talkTime", shares: [0.5, 0.9] },
  ];
}
