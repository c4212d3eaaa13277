import { DAY_MS } from "#contract/time/durations.ts";
import { screenOfAsks } from "./facets-asks.ts";
import { quantile, summary, type Samples } from "./measure.ts";
import { startServer } from "../kit/start-server.ts";

const CALLS_PER_SECOND = "10";
const ROUNDS = 3;
const LOADS = 15;
/** A reader who goes through views as fast as this is in a hurry. */
const REST_MS = 700;
const GOAL_RATIO = 1.3;

/** One view: its rows, and on the side all the counts of its screen, given up with the next view. */
async function loadPage(url: string, to: number, withFacets: boolean): Promise<number> {
  const view = `from=${to - DAY_MS}&to=${to}`;
  const leave = new AbortController();
  const startedAt = performance.now();
  const rows = fetch(`${url}/api/records?${view}`);
  const counts = withFacets
    ? fetch(`${url}/api/counts`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ asks: screenOfAsks(view, to - DAY_MS, to) }),
        signal: leave.signal,
      })
        .then((reply) => reply.text())
        .catch(() => "left")
    : undefined;
  const reply = await rows;
  const { records } = await reply.json();
  const took = performance.now() - startedAt;
  if (!reply.ok || records.length !== 100) throw new Error("not a full page");
  await new Promise((resolve) => {
    setTimeout(resolve, REST_MS);
  });
  leave.abort();
  await counts;
  return took;
}

async function measure(environment: Readonly<Record<string, string>>): Promise<[Samples, Samples]> {
  const server = await startServer({ SAMPLE_RECORDS: "100000", SAMPLE_SEED: "4", ...environment });
  const off: number[] = [];
  const on: number[] = [];
  try {
    // Each view is another one, so that nothing is known of it.
    let to = Date.now() - DAY_MS;
    const load = async (withFacets: boolean) => {
      to -= 60_000;
      return loadPage(server.url, to, withFacets);
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let index = 0; index < LOADS; index += 1) off.push(await load(false));
      for (let index = 0; index < LOADS; index += 1) on.push(await load(true));
    }
    return [off, on];
  } finally {
    await server.stop();
  }
}

/** Page loads beside counts where the upstream takes ten calls a second. */
export async function measureThrottled(): Promise<void> {
  const quota = { EMBEDDED_CALLS_PER_SECOND: CALLS_PER_SECOND };
  const ways = {
    "the server knows the quota": { ...quota, UPSTREAM_CALLS_PER_SECOND: CALLS_PER_SECOND },
    "the server learns it by throttling": quota,
  };
  for (const [way, environment] of Object.entries(ways)) {
    const [off, on] = await measure(environment);
    console.log(`\nA page load at ${CALLS_PER_SECOND} upstream calls a second, ms: ${way}`);
    console.table({ "without counts": summary(off), "with a screen of counts": summary(on) });
    const ratio = quantile(on, 0.5) / quantile(off, 0.5);
    const longest = Math.max(...on) - quantile(off, 0.5);
    console.log(
      `Median ${ratio.toFixed(2)} times that without (goal: ${GOAL_RATIO} or less); the longest wait was ${longest.toFixed(0)} ms.`,
    );
  }
}
