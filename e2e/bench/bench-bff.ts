import { randomUUID } from "node:crypto";
import { Pool } from "undici";
import { DAY_MS } from "#contract/time/durations.ts";
import { API_VERSION } from "#contract/upstream/envelope.ts";
import { writeListRequest } from "#contract/upstream/write-list-request.ts";
import { signAcs3 } from "#signing/acs3.ts";
import { measureInTurn, quantile, summary } from "./measure.ts";
import { startServer } from "../kit/start-server.ts";

const CREDENTIALS = { accessKeyId: "bench-key-id", accessKeySecret: "bench-key-secret" };
const GOAL_MS = 3;

/**
 * What the BFF adds to a warm page of 100 records: the same page from the embedded upstream by a
 * signed request, and through the BFF, in turn. Three processes, as in production: this client, the
 * BFF, the upstream.
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
    const toUpstream = new Pool(upstream.url, { connections: 1 });
    const toBff = new Pool(bff.url, { connections: 1 });
    closers.push(
      () => toUpstream.close(),
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
        bff: async () => {
          const reply = await toBff.request({ method: "GET", path });
          expectRecords(JSON.parse(await reply.body.text()).records);
        },
      },
      { warmUp: 100, counted: 400 },
    );
    const added = quantile(samples.bff, 0.5) - quantile(samples.upstream, 0.5);
    console.log("A warm page of 100 records, ms");
    console.table({
      "upstream, signed": summary(samples.upstream),
      "through the BFF": summary(samples.bff),
    });
    console.log(`The BFF adds ${added.toFixed(2)} ms at the median (goal: ${GOAL_MS} or less).`);
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
