import type { CDPSession } from "playwright";
import { intervalsOf, type Frame } from "./frame-watch.ts";
import { quantile } from "./measure.ts";

const FRAME_MS = 1000 / 60;
const GOAL_RATIO = 1.1;

/** A turn of the wheel: px a second, and px down and up again. */
export interface Gesture {
  readonly speed: number;
  readonly distance: number;
}

/** One thing for each of the lists that are compared. */
export type Lists<Thing> = Record<"the app" | "made by hand", Thing>;

/** What the page's main thread has worked, by the browser's own sums: all of it, and parts of it. */
const WORK = {
  work: "TaskDuration",
  script: "ScriptDuration",
  style: "RecalcStyleDuration",
  layout: "LayoutDuration",
} as const;
export type Work = Record<keyof typeof WORK, number>;

/** One gesture over one list. */
export interface Pass {
  readonly frames: readonly Frame[];
  /** Meanwhile, ms. */
  readonly work: Work;
}

/** Up to now, ms. */
export async function workOf(session: CDPSession): Promise<Work> {
  const { metrics } = await session.send("Performance.getMetrics");
  const ms = (metric: string) =>
    (metrics.find(({ name }) => name === metric)?.value ?? Number.NaN) * 1000;
  return mapWork((part) => ms(WORK[part]));
}

export function mapWork(of: (part: keyof Work) => number): Work {
  return { work: of("work"), script: of("script"), style: of("style"), layout: of("layout") };
}

function summaryOf(passes: readonly Pass[], rows: number) {
  const intervals = passes.flatMap(({ frames }) => intervalsOf(frames));
  const dropped = intervals.filter((ms) => ms > 1.5 * FRAME_MS).length / intervals.length;
  const perRows = (part: keyof Work) =>
    Number(
      (
        quantile(
          passes.map(({ work }) => work[part]),
          0.5,
        ) /
        (rows / 100)
      ).toFixed(1),
    );
  const framesWith = (of: (frame: Frame) => number) =>
    passes.flatMap(({ frames }) => frames).filter((frame) => of(frame) > 0).length;
  return {
    p50: quantile(intervals, 0.5).toFixed(1),
    p95: quantile(intervals, 0.95).toFixed(1),
    mean: (intervals.reduce((sum, ms) => sum + ms, 0) / intervals.length).toFixed(1),
    "dropped, %": (100 * dropped).toFixed(1),
    frames: intervals.length,
    "with blank row": framesWith(({ blank }) => blank),
    "with row not loaded": framesWith(({ loading }) => loading),
    ...mapWork((part) => perRows(part)),
  };
}

/** The frames of either list, and how they compare. */
export function printPasses(
  { speed, distance }: Gesture,
  rowHeight: number,
  passes: Lists<readonly Pass[]>,
): void {
  const rows = (2 * distance) / rowHeight;
  const p95Of = (name: keyof typeof passes) =>
    quantile(
      passes[name].flatMap(({ frames }) => intervalsOf(frames)),
      0.95,
    );
  console.log(
    `\nLoaded rows by wheel, ${distance} px down and up at ${speed} px/s, ` +
      `${passes["the app"].length} rounds in turn; ms between frames; work of the main thread in ms for 100 rows`,
  );
  console.table(
    Object.fromEntries(Object.entries(passes).map(([name, some]) => [name, summaryOf(some, rows)])),
  );
  const ratio = p95Of("the app") / p95Of("made by hand");
  console.log(
    `p95 of the app is ${ratio.toFixed(2)} × the hand-made list's (goal: ${GOAL_RATIO} or less; ` +
      "frames with a blank row: 0).",
  );
}
