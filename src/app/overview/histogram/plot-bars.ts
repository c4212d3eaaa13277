import type uPlot from "uplot";
import type { Tone } from "#contract/record/tones.ts";
import type { Bucket } from "./histogram-buckets.ts";
import { STACKED_TONES } from "./stacked-tones.ts";

/** What the plot is drawn with, from the theme. */
export interface PlotColors extends Readonly<Record<Tone, string>> {
  /** Calls that are only counted. */
  readonly plain: string;
  readonly earlier: string;
  readonly pending: string;
  readonly line: string;
  readonly text: string;
}

/** Where a bucket stands, in px of the canvas: narrow ones leave no gap between them. */
function sides(u: uPlot, { from, end }: Bucket, ratio: number): [left: number, width: number] {
  const left = Math.round(u.valToPos(from, "x", true));
  const right = Math.round(u.valToPos(end, "x", true));
  const gap = right - left >= 4 * ratio ? Math.round(ratio) : 0;
  return [left, Math.max(1, right - left - gap)];
}

/** The bars, or those of a moment ago, one path for each colour. */
export function barPaths(
  u: uPlot,
  buckets: readonly Bucket[],
  which: "known" | "stale",
  colors: PlotColors,
  ratio: number,
): Map<string | CanvasGradient | CanvasPattern, Path2D> {
  const paths = new Map<string | CanvasGradient | CanvasPattern, Path2D>();
  const ground = u.valToPos(0, "y", true);
  for (const bucket of buckets) {
    const { count = 0, tones } = (which === "stale" ? bucket.stale : bucket) ?? {};
    if (count === 0) continue;
    const [left, width] = sides(u, bucket, ratio);
    // One call among thousands must still be seen to be there.
    const height = Math.max(ratio, ground - u.valToPos(count, "y", true));
    let below = 0;
    for (const [color, part] of colored(count, tones, colors)) {
      if (part === 0) continue;
      const path = paths.get(color) ?? new Path2D();
      paths.set(color, path);
      const top = Math.round(ground - (height * (below + part)) / count);
      const bottom = Math.round(ground - (height * below) / count);
      path.rect(left, top, width, bottom - top);
      below += part;
    }
  }
  return paths;
}

function colored(
  count: number,
  tones: Bucket["tones"],
  colors: PlotColors,
): readonly (readonly [color: string, part: number])[] {
  if (tones === undefined) return [[colors.plain, count]];
  return STACKED_TONES.map((tone) => [colors[tone], tones[tone] ?? 0]);
}

/** A line at the height of each bucket that is known, broken at the others. */
export function linePath(u: uPlot, buckets: readonly Bucket[], drawn: readonly Bucket[]): Path2D {
  const path = new Path2D();
  let isOpen = false;
  buckets.forEach(({ count }, index) => {
    const place = drawn[index];
    if (count === undefined || place === undefined) {
      isOpen = false;
      return;
    }
    const y = u.valToPos(count, "y", true);
    const left = u.valToPos(place.from, "x", true);
    if (isOpen) path.lineTo(left, y);
    else path.moveTo(left, y);
    path.lineTo(u.valToPos(place.end, "x", true), y);
    isOpen = true;
  });
  return path;
}

/** Hatches what is not known yet: it is not nothing. */
export function hatchPending(
  u: uPlot,
  buckets: readonly Bucket[],
  color: string,
  ratio: number,
): void {
  const pending = buckets.filter(({ count, stale }) => count === undefined && !stale);
  const pattern = pending.length > 0 && hatching(u.ctx, color, ratio);
  if (!pattern) return;
  u.ctx.save();
  u.ctx.fillStyle = pattern;
  for (const bucket of pending) {
    const [left, width] = sides(u, bucket, ratio);
    u.ctx.fillRect(left, u.bbox.top, width, u.bbox.height);
  }
  u.ctx.restore();
}

function hatching(ctx: CanvasRenderingContext2D, color: string, ratio: number) {
  const size = Math.round(6 * ratio);
  const tile = document.createElement("canvas");
  tile.width = size;
  tile.height = size;
  const pen = tile.getContext("2d");
  if (pen === null) return null;
  pen.strokeStyle = color;
  pen.lineWidth = ratio;
  pen.beginPath();
  // Past the corners, so that the strokes of neighbouring tiles meet.
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift - 1, size + 1);
    pen.lineTo(shift + size + 1, -1);
  }
  pen.stroke();
  return ctx.createPattern(tile, "repeat");
}
