/**
 * What each hour of a week is shown with: calls, calls that were abandoned, what part of those that customers
 * offered these are, or the median wait in the queue.
 */
export const WEEK_CHARTS = ["week-calls", "week-abandoned", "week-share", "week-wait"] as const;

/** One of {@link WEEK_CHARTS}. */
export type WeekChart = (typeof WEEK_CHARTS)[number];
