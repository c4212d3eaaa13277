import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { Bucket } from "./histogram-buckets.ts";
import { barPaths, hatchPending, linePath, type PlotColors } from "./plot-bars.ts";
import { countLines } from "./plot-scale.ts";

export interface PlotModel {
  readonly buckets: readonly Bucket[];
  readonly earlier: readonly Bucket[] | undefined;
  readonly colors: PlotColors;
  readonly font: string;
  /** Instants to write below, at most about so many. */
  readonly ticks: (most: number) => readonly number[];
  readonly tickText: (ms: number) => string;
  readonly countText: (count: number) => string;
}

export interface Plot {
  draw(model: PlotModel): void;
  resize(width: number, height: number): void;
  destroy(): void;
}

/** Around the bars, in px: histogram.module.css lays the slider over them by the same numbers. */
const LEFT = 40;
const RIGHT = 8;
const TOP = 6;
const BOTTOM = 18;
const TICK_WIDTH = 72;

/**
 * The canvas of the histogram. uPlot keeps its size, scales and axes; what is drawn in them, and all
 * that the mouse does, is ours.
 */
export function createPlot(place: HTMLElement, first: PlotModel): Plot {
  let model = first;
  const topCount = () =>
    Math.max(
      1,
      ...model.buckets.map(({ count, stale }) => count ?? stale?.count ?? 0),
      ...(model.earlier ?? []).map(({ count = 0 }) => count),
    );
  const bars = (which: "known" | "stale", alpha: number): uPlot.Series => ({
    points: { show: false },
    alpha,
    paths: (u) => ({
      fill: barPaths(u, model.buckets, which, model.colors, uPlot.pxRatio),
      flags: 0,
    }),
  });
  const grid = { stroke: () => model.colors.line, width: 1 };
  const axis: uPlot.Axis = { stroke: () => model.colors.text, font: first.font, gap: 4 };
  const plot = new uPlot(
    {
      width: Math.max(1, place.clientWidth),
      height: Math.max(1, place.clientHeight),
      padding: [TOP, RIGHT, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      select: { show: false, left: 0, top: 0, width: 0, height: 0 },
      scales: {
        x: {
          time: false,
          range: () => [model.buckets[0]?.from ?? 0, model.buckets.at(-1)?.end ?? 1],
        },
        y: { range: () => [0, topCount()] },
      },
      axes: [
        {
          ...axis,
          size: BOTTOM,
          grid: { show: false },
          ticks: { ...grid, size: 4 },
          border: { show: true, ...grid },
          splits: (u) => [...model.ticks(Math.floor((u.width - LEFT) / TICK_WIDTH))],
          values: (_u, splits) => splits.map((ms) => model.tickText(ms)),
        },
        {
          ...axis,
          size: LEFT,
          grid,
          ticks: { show: false },
          splits: () => [...countLines(topCount())],
          values: (_u, splits) => splits.map((count) => model.countText(count)),
        },
      ],
      series: [
        {},
        bars("known", 0.85),
        bars("stale", 0.4),
        {
          points: { show: false },
          width: 1.25,
          stroke: () => model.colors.earlier,
          paths: (u) => ({
            stroke: model.earlier ? linePath(u, model.earlier, model.buckets) : null,
            flags: 0,
          }),
        },
      ],
      hooks: {
        drawAxes: [(u) => hatchPending(u, model.buckets, model.colors.pending, uPlot.pxRatio)],
      },
    },
    dataOf(first),
    place,
  );
  return {
    draw(next) {
      model = next;
      plot.setData(dataOf(next));
      // Equal numbers may be drawn in other colours.
      plot.redraw(true, true);
    },
    resize: (width, height) => plot.setSize({ width, height }),
    destroy: () => plot.destroy(),
  };
}

/** uPlot draws series that have numbers; which they are is read from the model. */
function dataOf({ buckets }: PlotModel): uPlot.AlignedData {
  const ones = buckets.map(() => 1);
  return [buckets.map(({ from }) => from), ones, ones, ones];
}
