import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Pool } from "undici";
import { API_VERSION } from "#contract/upstream/envelope.ts";
import { signAcs3 } from "#signing/acs3.ts";

// The least that a BFF can do, as a process of its own: it signs, sends, parses and writes the page anew.
// `CCC_ENDPOINT` is the upstream; the query of a request is the upstream's own.

const upstream = new URL(process.env["CCC_ENDPOINT"] ?? "");
const credentials = {
  accessKeyId: process.env["ALIBABA_CLOUD_ACCESS_KEY_ID"] ?? "",
  accessKeySecret: process.env["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] ?? "",
};
const pool = new Pool(upstream.origin, { connections: 1 });

const server = createServer((asked, reply) => {
  void (async () => {
    const query = Object.fromEntries(new URL(asked.url ?? "/", upstream).searchParams);
    const { url, headers } = signAcs3({
      method: "POST",
      host: upstream.host,
      query,
      action: "ListCallDetailRecords",
      version: API_VERSION,
      credentials,
      now: Date.now(),
      nonce: randomUUID(),
    });
    const answer = await pool.request({ method: "POST", path: url, headers });
    const page: unknown = JSON.parse(await answer.body.text());
    reply.setHeader("content-type", "application/json; charset=utf-8").end(JSON.stringify(page));
  })();
});
await once(server.listen(0, "127.0.0.1"), "listening");
// A server that listens on TCP has an address of this shape.
const { port } = server.address() as AddressInfo;
console.log(`Bare proxy: http://127.0.0.1:${port} `);
process.once("SIGTERM", () => process.exit(0));
