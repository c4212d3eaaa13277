import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CRITERION_KEYS, FILTERS } from "#contract/filter/filters.ts";
import {
  PLANTED,
  startAttackedServer,
  type Answer,
  type AttackedServer,
} from "./attacked-server.ts";
import { NASTY_TEXTS } from "./nasty-texts.ts";

let server: AttackedServer;
beforeAll(async () => {
  server = await startAttackedServer();
});
afterAll(() => server.close());

const JSON_TYPE = "Content-Type: application/json";
const countsOf = (view: string, more: object = {}) =>
  JSON.stringify({ asks: [{ of: "total", view, ...more }] });
/** Every route that shows something. */
const ROUTES: [line: string, headers: string[], body: string | undefined][] = [
  ["GET /api/session", [], undefined],
  ["HEAD /api/session", [], undefined],
  ["GET /api/records", [], undefined],
  ["GET /api/records/job-1", [], undefined],
  ["GET /api/records/job-1/events", [], undefined],
  ["GET /api/people?kind=agent", [], undefined],
  ["POST /api/records", [JSON_TYPE], "{}"],
  ["POST /api/links", [JSON_TYPE], JSON.stringify({ numbers: { caller: "13800138000" } })],
  ["POST /api/counts", [JSON_TYPE], countsOf("")],
];

function expectCalm({ status, head, body }: Answer, what = ""): void {
  expect(status === 0 || (status >= 200 && status < 500), `${what}\n${head}\n${body}`).toBe(true);
  expect(head).not.toMatch(/^set-cookie:/im);
  expect(body).not.toMatch(/node_modules|\.ts:\d|\bat \w+.* \(/);
}

describe("a page of another site", () => {
  const FOREIGN = [
    "Sec-Fetch-Site: cross-site",
    "Sec-Fetch-Site: same-site",
    "sec-fetch-site: CROSS-SITE",
    "Origin: https://evil.example.com",
    "Origin: null",
    "Origin: http://127.0.0.1",
    "Origin: http://127.0.0.1.evil.example.com",
  ];
  test.each(ROUTES)("is refused at %s, whatever gives it away", async (line, headers, body) => {
    for (const header of FOREIGN) {
      const answer = await server.ask(line, [...headers, header], body);
      expect(answer.status, header).toBe(403);
      expect(answer.head).not.toMatch(/^access-control-/im);
    }
    expect(
      (await server.ask(line, [...headers, "Sec-Fetch-Site: same-origin"], body)).status,
    ).not.toBe(403);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "can send no body as %s, which it need not ask for",
    async (type) => {
      const answer = await server.ask("POST /api/counts", [`Content-Type: ${type}`], countsOf(""));
      expect(answer.status).toBe(415);
    },
  );

  test("is not let in by a preflight", async () => {
    const preflight = ["Origin: https://evil.example.com", "Access-Control-Request-Method: POST"];
    const answer = await server.ask("OPTIONS /api/counts", preflight);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.head).not.toMatch(/^access-control-/im);
  });
});

describe("headers twice, or at odds", () => {
  const get = (lines: readonly string[], body = "") =>
    server.send(
      `POST /api/counts HTTP/1.1\r\nHost: ${server.host}\r\nConnection: close\r\n${[JSON_TYPE, ...lines].join("\r\n")}\r\n\r\n${body}`,
    );
  const smuggled = "0\r\n\r\nGET /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
  test.each([
    ["two lengths", ["Content-Length: 5", "Content-Length: 6"], "{}   "],
    ["a list of lengths", ["Content-Length: 5, 5"], "{}   "],
    ["a length with a sign", ["Content-Length: +5"], "{}   "],
    ["a length and chunks", ["Content-Length: 5", "Transfer-Encoding: chunked"], smuggled],
    ["chunks, hidden", ["Transfer-Encoding: xchunked"], smuggled],
    ["chunks, twice", ["Transfer-Encoding: chunked", "Transfer-Encoding: identity"], smuggled],
    [
      "chunks in another case",
      ["Transfer-Encoding: identity, cHuNkEd", "Content-Length: 5"],
      smuggled,
    ],
    ["a chunk without a length", ["Transfer-Encoding: chunked"], "zz\r\n{}\r\n0\r\n\r\n"],
    ["a folded line", ["X: a", " Content-Length: 5"], "{}   "],
    ["a blank before the colon", ["Content-Length : 5"], "{}   "],
    ["a line that ends by LF alone", ["X: a\nContent-Length: 5"], "{}   "],
    ["a zero byte", ["X: a\0b"], ""],
  ])("%s is refused, and nothing behind it read", async (_name, lines, body) => {
    const answer = await get(lines, body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).not.toContain("serverTime");
  });

  test.each([
    [["Host: evil.example.com"], 400],
    [["Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site"], 403],
    [["Origin: http://evil.example.com"], 403],
    [
      [
        "X-Forwarded-Host: evil.example.com",
        "X-Forwarded-For: 8.8.8.8",
        "X-Original-URL: /metrics",
      ],
      200,
    ],
    [["X-HTTP-Method-Override: DELETE", "X-Rewrite-URL: /metrics"], 200],
    [["x-callscope-tab: a", "x-callscope-tab: b"], 200],
  ])("%j beside the others is answered by %d", async (lines, status) => {
    const answer = await server.ask("GET /api/session", lines);
    expect(answer.status).toBe(status);
  });
});

describe("parameters twice, or in other forms", () => {
  const NAMES = [
    ...CRITERION_KEYS.map((key) => FILTERS[key].url),
    "instance",
    "range",
    "from",
    "to",
    "sort",
    "page",
    "size",
    "cols",
  ];
  test.each(NAMES)("%s is taken once, and by its name alone", async (name) => {
    for (const search of [
      `${name}=1&${name}=2`,
      `${name}[]=1`,
      `${name}[a]=1`,
      `${name}.a=1`,
      `${name}%00=1`,
    ]) {
      expect((await server.ask(`GET /api/records?${search}`)).status, search).toBe(400);
      const body = countsOf(search);
      const counts = await server.ask("POST /api/counts", [JSON_TYPE], body);
      expect(counts.status, search).toBe(400);
    }
  });

  test.each([
    '{"asks":[{"of":"total","view":""}],"asks":[{"of":"total","view":"nonsense=1"}]}',
    '{"__proto__":{"isAdmin":true},"asks":[]}',
    '{"constructor":{"prototype":{"isAdmin":true}},"asks":[]}',
    '{"asks":[{"of":"total","view":"","__proto__":{"of":"facet"}}]}',
    '{"asks":[{"of":"total","view":"","rights":"all"}]}',
    '{"asks":{"0":{"of":"total","view":""},"length":1}}',
    '{"asks":[{"of":["total"],"view":""}]}',
    '{"asks":[{"of":"total","view":{"toString":"x"}}]}',
    `{"asks":${"[".repeat(50_000)}`,
    `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
    '{"asks":[{"of":"times","view":"","edges":[0,1e400]}]}',
  ])("a body of another shape is refused: %#", async (body) => {
    const answer = await server.ask("POST /api/counts", [JSON_TYPE], body);
    expect(answer.status, answer.body).toBe(400);
  });
});

describe("an address", () => {
  test.each([
    "//api/session",
    "/api//session",
    "/api/session/",
    "/API/session",
    "/api/Session",
    "/api/session.",
    "/api/session.json",
    "/api/session;x=1",
    "/api/session%00",
    "/api/session%20",
    "/api%2fsession",
    "/api%5csession",
    "/api\\session",
    "/./api/session",
    "/x/../api/session",
    "/%2e/api/session",
    "/api/./session",
    "/api/%2e%2e/api/session",
    "/..%2fpackage.json",
    "/../package.json",
    "/%2e%2e/package.json",
    "/.git/config",
    "/.env",
    "/src/server.ts",
    "/assets/../../package.json",
    "/index.html/../../package.json",
  ])("%s is no other way to what is there", async (path) => {
    const answer = await server.ask(`GET ${path}`);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).not.toMatch(/serverTime|"dependencies"|repositoryformat/);
  });

  test.each([
    "TRACE",
    "TRACK",
    "CONNECT",
    "PROPFIND",
    "PUT",
    "DELETE",
    "PATCH",
    "OPTIONS",
    "DEBUG",
  ])("takes no %s", async (method) => {
    const answer = await server.ask(`${method} /api/session`, [`Cookie: a=${PLANTED.cookie}`]);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toContain(PLANTED.cookie);
  });

  test("as a proxy is asked, or longer than is taken, leads nowhere", async () => {
    const proxied = await server.ask("GET http://evil.example.com/api/session");
    expect(proxied.body).not.toContain("evil");
    expectCalm(proxied);
    expect((await server.ask(`GET /api/records?phone=${"1".repeat(20_000)}`)).status).toBe(431);
    expect((await server.ask(`GET /api/records/${"x".repeat(2_000)}`)).status).toBe(414);
  });
});

describe("a nasty text", () => {
  const FIELDS: Readonly<Record<string, (text: string) => Promise<Answer>>> = {
    ...Object.fromEntries(
      [
        ...CRITERION_KEYS.map((key) => FILTERS[key].url),
        "instance",
        "range",
        "from",
        "to",
        "sort",
        "page",
        "size",
        "cols",
        "record",
        "compare",
        "unknown",
      ].map((name) => [
        name,
        (text: string) => server.ask(`GET /api/records?${new URLSearchParams({ [name]: text })}`),
      ]),
    ),
    "a parameter's name": (text) =>
      server.ask(`GET /api/records?${new URLSearchParams([[text, "1"]])}`),
    "a record's id": (text) => server.ask(`GET /api/records/${encodeURIComponent(text)}`),
    "a search for people": (text) =>
      server.ask(`GET /api/people?${new URLSearchParams({ kind: "agent", q: text })}`),
    "a kind of people": (text) =>
      server.ask(`GET /api/people?${new URLSearchParams({ kind: text })}`),
    "a view of counts": (text) => server.ask("POST /api/counts", [JSON_TYPE], countsOf(text)),
    "what is counted": (text) =>
      server.ask(
        "POST /api/counts",
        [JSON_TYPE],
        countsOf("", { of: "facet", facet: "agentId", extra: [text] }),
      ),
    "a facet": (text) =>
      server.ask("POST /api/counts", [JSON_TYPE], countsOf("", { of: "facet", facet: text })),
    "a body": (text) => server.ask("POST /api/counts", [JSON_TYPE], text),
    ...Object.fromEntries(
      [
        "Accept-Language",
        "Cookie",
        "User-Agent",
        "Accept",
        "If-None-Match",
        "Range",
        "X-Request-Id",
        "x-callscope-tab",
        "X-Forwarded-For",
        "Referer",
      ].map((name) => [
        name,
        (text: string) => server.ask("GET /api/session", [`${name}: ${oneLine(text)}`]),
      ]),
    ),
  };
  // What ends a header is tried above.
  const oneLine = (text: string) => Buffer.from(text.replace(/[\r\n\0]/g, " ")).toString("latin1");

  test.each(Object.entries(FIELDS))("as %s is a text, or refused", async (name, ask) => {
    for (let at = 0; at < NASTY_TEXTS.length; at += 8) {
      const texts = NASTY_TEXTS.slice(at, at + 8);
      const answers = await Promise.all(texts.map(ask));
      answers.forEach((answer, index) => {
        expectCalm(answer, `${name}: ${JSON.stringify(texts[index])}`);
        expect(answer.status).toBeGreaterThan(0);
      });
    }
  });

  test("has done nothing: the server answers as before", async () => {
    const { status, body } = await server.ask("GET /api/records?range=last30d");
    expect(status).toBe(200);
    expect(JSON.parse(body).total).toBeGreaterThan(0);
  });
});

test("no log has what was planted, nor a line that somebody else wrote", async () => {
  const secrets = [
    `Cookie: __Host-session=${PLANTED.cookie}`,
    `Authorization: Bearer ${PLANTED.token}`,
  ];
  for (const name of [
    "phone",
    "caller",
    "called",
    "agent",
    "group",
    "contact",
    "instance",
    "nonsense",
  ]) {
    await server.ask(`GET /api/records?range=last7d&${name}=${PLANTED.number}`, secrets);
    await server.ask(
      "POST /api/counts",
      [JSON_TYPE, ...secrets],
      countsOf(`${name}=${PLANTED.number}`),
    );
  }
  await server.ask(`GET /api/people?kind=agent&q=${PLANTED.number}`, secrets);
  await server.ask(`GET /api/records/${PLANTED.number}`, secrets);
  await server.ask(`GET /${PLANTED.number}`, [...secrets, "Sec-Fetch-Site: cross-site"]);
  await server.ask("POST /api/counts", [JSON_TYPE, ...secrets], `{"${PLANTED.number}`);
  await server.send(`${PLANTED.number} ${PLANTED.token}\r\n\r\n`);
  const logs = server.logs();
  for (const planted of Object.values(PLANTED)) expect(logs).not.toContain(planted);
  for (const line of logs.trim().split("\n"))
    expect(line).toMatch(/^(\{.*\}|(Callscope|Data|Sign-in|Audit log|Metrics): .*)$/);
});
