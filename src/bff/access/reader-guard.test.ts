import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startSampleBff, type SampleBff } from "#bff/sample-bff.kit.ts";
import { problemSchema } from "#contract/api/errors.ts";
import { sessionSchema } from "#contract/api/session.ts";
import { createMemorySink } from "./audit/audit.kit.ts";
import { NEEDS } from "./reader-guard.ts";
import {
  everyAsk,
  headersOf,
  withReaders,
  type ReadersBff,
  type TestRequest,
} from "./readers.kit.ts";

let server: SampleBff;
beforeAll(async () => {
  server = await startSampleBff({ sampleRecords: 300, sampleSeed: "guard" });
});
afterAll(() => server.close());

const open = () => withReaders(server);

/** The addresses that Fastify knows, from its own drawing of them: a branch continues the one it grows from. */
function knownAddresses({ bff }: ReadersBff): readonly string[] {
  const path: string[] = [];
  const drawing = bff.app.printRoutes({ commonPrefix: false });
  return [...drawing.matchAll(/^([│ ]*)[└├]── (\S+)( \()?/gm)].flatMap(
    ([, indent = "", part = "", methods]) => {
      path.splice(indent.length / 4, Infinity, part);
      return methods === undefined ? [] : [path.join("")];
    },
  );
}

/** The routes of ours, without those that refuse a method that their path does not take. */
async function servedRoutes(readers: ReadersBff): Promise<readonly string[]> {
  const reader = { roles: ["manager", "reveal", "exporter"] } as const;
  const served = knownAddresses(readers).map(async (url) => {
    const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
    const replies = methods.map(async (method) => {
      const headers = headersOf(reader);
      const { statusCode } = await readers.bff.app.inject({ method, url, headers });
      return statusCode === 405 ? [] : [`${method} ${url}`];
    });
    return (await Promise.all(replies)).flat();
  });
  return (await Promise.all(served)).flat();
}

/** A request to each route that needs a role. */
const REQUESTS: readonly TestRequest[] = [
  { url: "/api/session" },
  { url: "/api/records" },
  { url: "/api/records?disposition=Success&agent=x" },
  { url: "/api/records/job-1" },
  { url: "/api/records/job-1/events" },
  { url: "/api/records/job-1/reveal", body: { reason: "because" } },
  { url: "/api/exports", body: { view: "", records: 1 } },
  { url: "/api/export?format=csv" },
  { url: "/api/records", body: {} },
  { url: "/api/links", body: { numbers: { caller: "13800138000" } } },
  { url: "/api/links", body: { contactId: "job-1", side: "caller" } },
  { url: "/api/counts", body: everyAsk("") },
  { url: "/api/call-back", body: { view: "" } },
  { url: "/api/sample", body: { view: "sample=5-agent-60-a" } },
  { url: "/api/repeat", body: { view: "" } },
  { url: "/api/people?kind=agent" },
  { url: "/api/team-views" },
  { url: "/api/recordings/job-1" },
  { url: "/api/recordings/job-1/download" },
  { url: "/api/recordings/job-1/peaks" },
  { url: "/metrics" },
  // What there is not, and what is refused in any case, is told to nobody from outside.
  { url: "/api" },
  { url: "/api/" },
  { url: "/api/nothing?a=b" },
  { url: "/api/records/job-1/reveal" },
  { url: "/api/links" },
  { url: "/api/counts" },
  { url: "/api/call-back" },
  { url: "/api/sample" },
  { url: "/api/repeat" },
  { url: "/api/people?kind=nobody" },
  { url: "/api/session?who=me" },
];

test("every route is in the table, and every row of the table is a route", async () => {
  const served = await servedRoutes(await open());
  expect(served).toContain("GET /api/records/:contactId");
  // Where people sign in, metrics have a port of their own.
  expect([...served, "GET /metrics"].toSorted()).toEqual(Object.keys(NEEDS).toSorted());
});

test("every route that needs a role is asked by readers who have none", () => {
  const asked = (route: string) => {
    const [method, path = ""] = route.split(" ");
    const pattern = new RegExp(`^${path.replaceAll(/:\w+/g, "[^/]+")}(\\?|$)`);
    return REQUESTS.some(
      ({ url, body }) => method === (body === undefined ? "GET" : "POST") && pattern.test(url),
    );
  };
  const closed = Object.keys(NEEDS).filter((route) => NEEDS[route] !== "nothing");
  expect(closed.filter((route) => !asked(route))).toEqual([]);
});

test("a route that is not in it is not served at all", async () => {
  const { bff } = await open();
  for (const path of ["/api/planted", "/metrics/planted", "/healthz/planted", "/api"])
    expect(() => bff.app.get(path, () => "")).toThrow("Nothing says what a reader needs");
  expect(() => bff.app.delete("/api/people", () => "")).toThrow("Nothing says what a reader needs");
});

test("who is not signed in is told that, and the same everywhere", async () => {
  const { ask, bff, upstreamCalls } = await open();
  for (const request of REQUESTS) {
    const { statusCode, body } = await ask(null, request);
    expect(statusCode, request.url).toBe(401);
    const { requestId: _id, ...problem } = problemSchema.parse(JSON.parse(body));
    expect(problem).toEqual({
      type: "urn:callscope:problem:sign-in-required",
      title: "Nobody is signed in",
      status: 401,
      code: "sign_in_required",
    });
  }
  expect(await upstreamCalls()).toBe(0);
  for (const path of ["/healthz", "/readyz"])
    expect((await bff.app.inject(path)).statusCode).toBe(200);
});

test("who has no role is told whom to ask, and nothing else", async () => {
  const { ask, upstreamCalls } = await open();
  for (const reader of [{}, { roles: ["search"] }, { roles: ["lead"] }, { groups: ["g"] }] as const)
    for (const request of REQUESTS) {
      const { statusCode, body } = await ask(reader, request);
      expect(statusCode, request.url).toBe(403);
      expect(JSON.parse(body)).toMatchObject({
        code: "no_role",
        signedInAs: "Somebody",
        whomToAsk: { "en-US": "the desk" },
      });
    }
  expect(await upstreamCalls()).toBe(0);
});

test("without an access file nobody who signs in has a role", async () => {
  const identify = async () => ({ subject: "s", name: undefined, claims: { roles: ["manager"] } });
  const { app } = await server.another({}, { identify, auditSink: createMemorySink() });
  const { body } = await app.inject("/api/session");
  expect(JSON.parse(body)).toMatchObject({ code: "no_role", signedInAs: "s" });
});

test("who has a role is told what there is, and who they are", async () => {
  const { ask } = await open();
  const { body } = await ask({ roles: ["masked", "search"] }, "/api/session");
  expect(sessionSchema.parse(JSON.parse(body))).toMatchObject({
    user: {
      subject: "sub-1",
      name: "Somebody",
      roles: [
        { name: "masked", words: { "en-US": "The masked" } },
        { name: "search", words: { "en-US": "The search" } },
      ],
    },
    rights: { numbers: "masked", searchByNumber: true, revealNumbers: false },
    scope: null,
  });
  expect((await ask({ roles: ["masked"] }, "/api/nothing")).json()).toMatchObject({
    code: "route_not_found",
  });
});

test("a route that needs a right says which", async () => {
  const { ask, upstreamCalls } = await open();
  const request = { url: "/api/records/job-1/reveal", body: { reason: "because" } };
  const { statusCode, body } = await ask({ roles: ["masked"] }, request);
  expect(statusCode).toBe(403);
  expect(JSON.parse(body)).toMatchObject({ code: "right_missing", right: "revealNumbers" });
  expect(await upstreamCalls()).toBe(0);
});

/** What a server answers to a request whose target is just this: clients would tidy it. */
function sendTarget(port: number, target: string): Promise<{ status: number; code?: string }> {
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () =>
      socket.end(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`),
    );
    socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
    socket.on("error", reject);
    socket.on("close", () => {
      const code = /"code":"(\w+)"/.exec(text)?.[1];
      resolve({ status: Number(text.slice(9, 12)), ...(code !== undefined && { code }) });
    });
  });
}

test("no other way of writing an address goes around the guard", async () => {
  const { bff } = await open();
  const port = Number(new URL(await bff.app.listen({ port: 0, host: "127.0.0.1" })).port);
  const targets = [
    "/api/session",
    "/api/records",
    "/api/records/job-1",
    "/api/people?kind=agent",
    "/metrics",
  ];
  const spellings = targets.flatMap((target) => [
    target,
    `/${target}`,
    target.replaceAll("/", "//"),
    target.replace("/api", "/API"),
    target.replace("/api", "/Api"),
    target.toUpperCase(),
    target.replace("/api", "/%61pi"),
    target.replace("/metrics", "/metric%73"),
    target.replace("api/", "api%2F"),
    target.replace("api/", "api%2f"),
    target.replace("api/", "api%5C"),
    target.replace("api/", "api\\"),
    target.replace("api/", "api/./"),
    target.replace("api/", "api/../api/"),
    target.replace("api/", "api/%2e%2e/api/"),
    target.replace("api/", "x/../api/"),
    target.replace("/api", "/healthz/../api"),
    target.replace("/api", "/healthz/..%2fapi"),
    target.replace("/api", "/auth/../api"),
    target.replace("/api", "/assets/..%2fapi"),
    `${target}/`,
    `${target}.`,
    `${target}..`,
    `${target}%00`,
    `${target}%20`,
    `${target};a=b`,
    `${target}/.`,
    `${target}/..`,
    `${target}/%2e%2e`,
    `${target}#x`,
    `${target}?x=/healthz`,
    `http://127.0.0.1:${port}${target}`,
    `https://elsewhere.example${target}`,
    `//127.0.0.1${target}`,
    `${target.replace("/api", "/api%20")}`,
    `${target.replace("/api", "/api%09")}`,
    `${target.replace("/api", "/\u200bapi")}`,
  ]);
  for (const target of spellings) {
    const { status, code } = await sendTarget(port, target);
    const isRefused = status === 401 && code === "sign_in_required";
    // Node refuses some before there is a request.
    expect(
      isRefused || (status === 404 && code === undefined) || status === 400,
      `${target}: ${status} ${code}`,
    ).toBe(true);
  }
});

test("a method that a path does not take is refused to those inside alone", async () => {
  const { bff, ask } = await open();
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"] as const)
    expect((await bff.app.inject({ method, url: "/api/records" })).statusCode).toBe(401);
  expect((await ask({ roles: ["manager"] }, { url: "/api/people", body: {} })).statusCode).toBe(
    405,
  );
});
