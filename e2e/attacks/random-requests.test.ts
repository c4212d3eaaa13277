import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PHONE_NAMES } from "#contract/filter/sealed-number.ts";
import { PLANTED, startAttackedServer, type AttackedServer } from "./attacked-server.ts";
import { NASTY_TEXTS } from "./nasty-texts.ts";

/** `ATTACK_REQUESTS=10000 npx vitest run e2e/attacks` is the whole of it. */
const REQUESTS = Number(process.env["ATTACK_REQUESTS"] ?? 600);

let server: AttackedServer;
beforeAll(async () => {
  server = await startAttackedServer();
});
afterAll(() => server.close());

const METHODS = [
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "DELETE",
  "OPTIONS",
  "TRACE",
  "CONNECT",
  "QUERY",
  "x",
];
const PATHS = [
  "/",
  "/api",
  "/api/session",
  "/api/records",
  "/api/records/job-1",
  "/api/records/job-1/events",
  "/api/links",
  "/api/counts",
  "/api/people",
  "/auth/login",
  "/auth/callback",
  "/healthz",
  "/readyz",
  "/metrics",
  "/favicon.svg",
  "/assets/",
];
const NAMES =
  "instance range from to disposition type phone caller called agent group sat satDesc channel early contact sort page size cols record compare kind q x";
const VALUES = [
  "1",
  "last7d",
  "today",
  "agent",
  "skill-group",
  "-startTime",
  "Success",
  "~new",
  "1700000000000",
];
const HEADERS =
  "Accept Accept-Encoding Accept-Language Authorization Cookie Content-Type Content-Encoding Expect Forwarded If-Match If-Modified-Since If-None-Match Origin Range Referer Sec-Fetch-Site TE Trailer Transfer-Encoding Upgrade X-Forwarded-For X-Forwarded-Host X-Http-Method-Override X-Request-Id x-callscope-tab";
const HEADER_VALUES = [
  "*/*",
  "gzip",
  "application/json",
  "bytes=0-1",
  "bytes=5-1",
  "chunked",
  "100-continue",
  "same-origin",
  "cross-site",
  '"x"',
  "websocket",
  PLANTED.cookie,
  `Bearer ${PLANTED.token}`,
];

const among = (words: string) => fc.constantFrom(...words.split(" "));
/** Of each three one that is meant to be taken, one that is nasty, one that is anything. */
const value = fc.oneof(
  fc.constantFrom(...VALUES, PLANTED.number),
  fc.constantFrom(...NASTY_TEXTS),
  fc.string({ unit: "binary", maxLength: 40 }),
);
const pair = fc
  .tuple(fc.oneof({ weight: 5, arbitrary: among(NAMES) }, { weight: 1, arbitrary: value }), value)
  .map(([name, text]) => `${escaped(name)}=${escaped(text)}`);
/** Half a surrogate pair cannot be escaped. */
const escaped = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd"));
const path = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PATHS) },
  { weight: 1, arbitrary: value.map((text) => `/api/records/${escaped(text)}`) },
  // What no client writes: anything but what ends a line or a part of it.
  {
    weight: 1,
    arbitrary: fc.string({ maxLength: 60 }).map((text) => `/${text.replace(/[\s\0]/g, "")}`),
  },
);
const header = fc
  .tuple(among(HEADERS), fc.oneof(fc.constantFrom(...HEADER_VALUES), value))
  .map(
    ([name, text]) => `${name}: ${Buffer.from(text.replace(/[\r\n\0]/g, "")).toString("latin1")}`,
  );
const ask = fc.record(
  {
    of: fc.constantFrom<unknown>("total", "facet", "times", "ranks", "x", 1),
    view: fc.oneof(
      fc.array(pair, { maxLength: 4 }).map((pairs) => pairs.join("&")),
      value,
    ),
    facet: fc.constantFrom<unknown>("agentId", "contactDisposition", "__proto__", null),
    extra: fc.array(value, { maxLength: 3 }),
    edges: fc.array(fc.oneof(fc.integer(), fc.double()), { maxLength: 4 }),
    field: fc.constantFrom("talkTime", "queueTime", "x"),
    shares: fc.array(fc.double(), { maxLength: 3 }),
  },
  { requiredKeys: ["of"] },
);
const name = fc.constantFrom(...PHONE_NAMES, "instance", "range", "page", "x");
const side = fc.constantFrom("caller", "called", "phone");
const body = fc.oneof(
  fc.dictionary(name, value, { maxKeys: 4 }).map((record) => JSON.stringify(record)),
  fc
    .oneof(
      fc.record({ numbers: fc.dictionary(name, value, { maxKeys: 3 }) }),
      fc.record({ contactId: value, side }),
    )
    .map((asked) => JSON.stringify(asked)),
  fc.record({ asks: fc.array(ask, { maxLength: 4 }) }).map((asked) => JSON.stringify(asked)),
  fc.json(),
  value,
);
const request = fc.record({
  method: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("GET", "POST") },
    { weight: 1, arbitrary: fc.constantFrom(...METHODS) },
  ),
  path,
  pairs: fc.array(pair, { maxLength: 5 }),
  headers: fc.array(header, { maxLength: 4 }),
  isJson: fc.boolean(),
  body: fc.option(body, { nil: undefined }),
});

test(
  `no request of any kind is a failure of the server: ${REQUESTS} of them`,
  { timeout: 30_000 + 100 * REQUESTS },
  async () => {
    const seen = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(
        request,
        async ({ method, path: place, pairs, headers, isJson, body: text }) => {
          const search = pairs.length > 0 ? `?${pairs.join("&")}` : "";
          const sent = isJson ? ["Content-Type: application/json", ...headers] : headers;
          const {
            status,
            head,
            body: answered,
          } = await server.ask(
            `${method} ${place}${search}`,
            sent,
            method === "GET" || method === "HEAD" ? undefined : text,
          );
          seen.set(status, (seen.get(status) ?? 0) + 1);
          expect(status === 0 || (status >= 100 && status < 500), `${head}\n${answered}`).toBe(
            true,
          );
          expect(answered).not.toMatch(/node_modules|\.ts:\d|\bat \w+.* \(/);
          expect(head).not.toMatch(/^(set-cookie|access-control-allow-origin|x-powered-by):/im);
          const mayBeKept = !place.startsWith("/api") || status < 200;
          expect(mayBeKept || /^cache-control: no-store\r?$/im.test(head), head).toBe(true);
        },
      ),
      { numRuns: REQUESTS, endOnFailure: false },
    );
    // It was not one door that refused them all.
    expect(seen.size).toBeGreaterThan(4);
    expect((await server.ask("GET /healthz")).status).toBe(200);
    const logs = server.logs();
    for (const planted of Object.values(PLANTED)) expect(logs).not.toContain(planted);
    expect(logs).not.toMatch(/"level":(50|60)/);
  },
);
