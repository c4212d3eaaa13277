import { useLinkedChart } from "#app/view/use-view.tsx";
import { useHistogramShape, type HistogramShape } from "./histogram/histogram-shape.ts";

/** The class of the room that is kept free: hours of the week take as much as a table. */
export function useOverviewRoom(): HistogramShape | "week" {
  const [shape] = useHistogramShape();
  const chart = useLinkedChart();
  return shape === "chart" && chart !== undefined ? "week" : shape;
}
