import { randomUUID } from "node:crypto";
import { Pool } from "undici";
import { DAY_MS } from "#contract/time/durations.ts";
import { API_VERSION } from "#contract/upstream/envelope.ts";
import { writeListRequest } from "#contract/upstream/write-list-request.ts";
import { signAcs3 } from "#signing/acs3.ts";
import { measureInTurn, quantile, summary } from "./measure.ts";
import { startServer } from "../kit/start-server.ts";

const CREDENTIALS = { accessKeyId: "bench-key-id", accessKeySecret: "bench-key-secret" };
/** The BFF's median over the upstream's, or over a bare proxy's. */
const GOAL_OVER_UPSTREAM = 1.15;
const GOAL_OVER_PROXY = 1.5;

/**
 * What the BFF adds to a warm page of 100 records: the same page from the embedded upstream by a
 * signed request, through the BFF, and through a proxy that does the least, in turn. Each is a process,
 * as in production.
 */
export async function benchBff(): Promise<void> {
  const environment = {
    ALIBABA_CLOUD_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: CREDENTIALS.accessKeySecret,
  };
  const closers: (() => Promise<unknown>)[] = [];
  try {
    const upstream = await startServer(environment, [
      "src/embedded/upstream-command.ts",
      "--port",
      "0",
    ]);
    closers.push(upstream.stop);
    const bff = await startServer({ ...environment, CCC_ENDPOINT: upstream.url });
    closers.push(bff.stop);
    const proxy = await startServer({ ...environment, CCC_ENDPOINT: upstream.url }, [
      "e2e/bench/baseline/bare-proxy.ts",
    ]);
    closers.push(proxy.stop);
    const toUpstream = new Pool(upstream.url, { connections: 1 });
    const toBff = new Pool(bff.url, { connections: 1 });
    const toProxy = new Pool(proxy.url, { connections: 1 });
    closers.push(
      () => toUpstream.close(),
      () => toProxy.close(),
      () => toBff.close(),
    );

    const to = Date.now();
    const from = to - 30 * DAY_MS;
    const instance = await firstInstance(toBff);
    const params = writeListRequest({
      instance,
      range: { from, to },
      criteria: {},
      sort: { field: "startTime", order: "DESC" },
      page: 2,
      pageSize: 100,
    });
    const path = `/api/records?instance=${instance}&from=${from}&to=${to}&page=2`;

    const samples = await measureInTurn(
      {
        upstream: async () => {
          const { url, headers } = signAcs3({
            method: "POST",
            host: new URL(upstream.url).host,
            query: params,
            action: "ListCallDetailRecords",
            version: API_VERSION,
            credentials: CREDENTIALS,
            now: Date.now(),
            nonce: randomUUID(),
          });
          const reply = await toUpstream.request({ method: "POST", path: url, headers });
          expectRecords(JSON.parse(await reply.body.text()).Data.List);
        },
        proxy: async () => {
          const query = new URLSearchParams(
            Object.entries(params).map(([name, value]) => [name, String(value)]),
          );
          const reply = await toProxy.request({ method: "GET", path: `/?${query}` });
          expectRecords(JSON.parse(await reply.body.text()).Data.List);
        },
        bff: async () => {
          const reply = await toBff.request({ method: "GET", path });
          expectRecords(JSON.parse(await reply.body.text()).records);
        },
      },
      { warmUp: 100, counted: 400 },
    );
    console.log("A warm page of 100 records, ms");
    console.table({
      "upstream, signed": summary(samples.upstream),
      "through a bare proxy": summary(samples.proxy),
      "through the BFF": summary(samples.bff),
    });
    const ratio = (other: readonly number[]) =>
      (quantile(samples.bff, 0.5) / quantile(other, 0.5)).toFixed(2);
    console.log(
      `The BFF takes ${ratio(samples.upstream)} × the upstream's own time (goal: ${GOAL_OVER_UPSTREAM} or less), ` +
        `or ${ratio(samples.proxy)} × a bare proxy's (goal: ${GOAL_OVER_PROXY} or less).`,
    );
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}

async function firstInstance(bff: Pool): Promise<string> {
  const reply = await bff.request({ method: "GET", path: "/api/session" });
  return JSON.parse(await reply.body.text()).instances[0].id;
}

/** A bench of empty or failed replies would look splendid. */
function expectRecords(records: unknown): void {
  if (!Array.isArray(records) || records.length !== 100) throw new Error("not a full page");
}
