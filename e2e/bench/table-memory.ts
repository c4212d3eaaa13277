import type { BrowserContext, Request } from "playwright";
import { LOADED_ROW, openBenchPage, settled, turnWheel, type BenchPage } from "./table-page.ts";

const ROWS = 10_000;
const WALKS = 2;
const GOAL_NODES = 3_000;
const GOAL_GROWTH_MB = 40;
/** One page of 100 rows with its divider, px. */
const STEP = 100 * 34 + 22;
/** As fast as a wheel that spins freely, px/s. */
const SPEED = 30_000;

interface Weight {
  /** Of the whole document, texts included. */
  readonly nodes: number;
  readonly elements: number;
  readonly heapMb: number;
}

function countNodes({ page }: BenchPage): Promise<Pick<Weight, "nodes" | "elements">> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document);
    let nodes = 1;
    while (walker.nextNode() !== null) nodes += 1;
    return { nodes, elements: document.querySelectorAll("*").length };
  });
}

async function weigh(bench: BenchPage): Promise<Weight> {
  // The second time takes what the first has let go of.
  for (let pass = 0; pass < 2; pass += 1) await bench.session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await bench.session.send("Runtime.getHeapUsage");
  return { ...(await countNodes(bench)), heapMb: usedSize / 1024 / 1024 };
}

/** The last row that is in the document with its record, from 0. */
async function lastLoadedRow({ page }: BenchPage): Promise<number> {
  return page
    .locator(LOADED_ROW)
    .evaluateAll((rows) => Math.max(...rows.map((row) => Number(row.getAttribute("data-row")))));
}

/** From the first row to the 10,000th by wheel, all pages loaded on the way. */
async function walk(context: BrowserContext, address: string) {
  const pages = new Set<string>();
  const note = (request: Request) => {
    const { pathname, search, searchParams } = new URL(request.url());
    // Those of size 1 are count probes.
    if (pathname === "/api/records" && searchParams.get("size") !== "1") pages.add(search);
  };
  context.on("requestfinished", note);
  const bench = await openBenchPage(context, address);
  const first = await weigh(bench);
  let mostNodes = first.nodes;
  // The list ends 10 rows later at the earliest: those that are drawn ahead of the view are loaded.
  for (let steps = 0; (await lastLoadedRow(bench)) < ROWS - 1; steps += 1) {
    if (steps > (2 * ROWS) / 100) throw new Error(`row ${ROWS} did not come`);
    await turnWheel(bench, { distance: STEP, speed: SPEED });
    await settled(bench.page);
    mostNodes = Math.max(mostNodes, (await countNodes(bench)).nodes);
  }
  const last = await weigh(bench);
  await bench.page.close();
  context.off("requestfinished", note);
  return { first, last, mostNodes: Math.max(mostNodes, last.nodes), pages: pages.size };
}

/** What the page weighs before and after a way through 10,000 rows. */
export async function measureMemory(context: BrowserContext, address: string): Promise<void> {
  const walks: Awaited<ReturnType<typeof walk>>[] = [];
  for (let run = 0; run < WALKS; run += 1) walks.push(await walk(context, address));
  // The garbage is collected before each weighing, so that walks differ by next to nothing.
  const worst = (of: (one: (typeof walks)[number]) => number) => Math.max(...walks.map(of));
  const weightOf = (at: "first" | "last") => ({
    "DOM nodes": worst((one) => one[at].nodes),
    "of them elements": worst((one) => one[at].elements),
    "JS heap, MB": worst((one) => one[at].heapMb).toFixed(1),
  });
  const growth = worst(({ first, last }) => last.heapMb - first.heapMb);
  const most = worst(({ mostNodes }) => mostNodes);
  console.log(
    `\nThrough ${ROWS.toLocaleString("en-US")} rows by wheel, the worse of ${WALKS} walks; ` +
      `${Math.min(...walks.map(({ pages }) => pages))} pages were loaded on the way`,
  );
  console.table({ "at the first page": weightOf("first"), "after the last": weightOf("last") });
  console.log(
    `Most nodes at any time: ${most} (goal: ${GOAL_NODES} or less). ` +
      `The heap grew by ${growth.toFixed(1)} MB (goal: ${GOAL_GROWTH_MB} or less).`,
  );
}
