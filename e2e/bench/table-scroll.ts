import type { BrowserContext } from "playwright";
import { framesInMotion, watchFrames, type RowPlaces } from "./frame-watch.ts";
import { runHandMadeList } from "./hand-made-list.ts";
import { freezePage, readDrawnRows } from "./rows-on-screen.ts";
import {
  mapWork,
  printPasses,
  workOf,
  type Gesture,
  type Lists,
  type Pass,
} from "./scroll-passes.ts";
import { openBenchPage, turnWheel, type BenchPage } from "./table-page.ts";

/** Five pages: memory holds them, so that no row has to be waited for. */
const ROWS = 500;
const ROUNDS = 3;
/** A wheel turned while reading, a row or two a frame; and one that spins. */
const GESTURES: readonly Gesture[] = [
  { speed: 3_000, distance: 4_500 },
  { speed: 9_000, distance: 13_500 },
];

/** Down the stretch and up again. */
async function scrollThrough(
  bench: BenchPage,
  { speed, distance }: Gesture,
  places: RowPlaces,
): Promise<Pass> {
  const { page, session } = bench;
  await page.bringToFront();
  const watch = await page.evaluateHandle(watchFrames, places);
  const workedBefore = await workOf(session);
  await turnWheel(bench, { distance, speed });
  await turnWheel(bench, { distance: -distance, speed });
  const worked = await workOf(session);
  const work = mapWork((part) => worked[part] - workedBefore[part]);
  const frames = framesInMotion(await watch.evaluate((watched) => watched.stop()));
  const way = Math.max(...frames.map(({ top }) => top));
  if (way < distance * 0.9) throw new Error(`the wheel moved the list by ${way} px only`);
  return { frames, work };
}

/** The app's list against one made by hand, in turn. */
export async function measureScroll(context: BrowserContext, address: string): Promise<void> {
  const app = await openBenchPage(context, address);
  const drawn = await readDrawnRows(app.page, ROWS);
  const byHand = await openBenchPage(context, "about:blank");
  await byHand.page.setContent(await freezePage(app.page));
  await byHand.page.evaluate(runHandMadeList, drawn);
  const places = {
    first: 0,
    tops: drawn.rows.map(({ top }) => top),
    height: drawn.rows[0]?.height ?? 0,
  };

  const lists = { "the app": app, "made by hand": byHand };
  for (const gesture of GESTURES)
    printPasses(gesture, places.height, await scrollInTurn(lists, gesture, places));
  await Promise.all(Object.values(lists).map(({ page }) => page.close()));
}

async function scrollInTurn(
  lists: Lists<BenchPage>,
  gesture: Gesture,
  places: RowPlaces,
): Promise<Lists<readonly Pass[]>> {
  const passes: Lists<Pass[]> = { "the app": [], "made by hand": [] };
  const order = ["the app", "made by hand"] as const;
  // The first round is for warming up.
  for (let round = -1; round < ROUNDS; round += 1)
    for (const name of round % 2 === 0 ? order : order.toReversed()) {
      const pass = await scrollThrough(lists[name], gesture, places);
      if (round >= 0) passes[name].push(pass);
    }
  return passes;
}
