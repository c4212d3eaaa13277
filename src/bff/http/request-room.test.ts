import type { ServerResponse } from "node:http";
import { connect } from "node:net";
import { expect, test, vi } from "vitest";
import { openScriptedBff } from "#bff/scripted-bff.kit.ts";
import { ok, type Answer } from "#bff/upstream/scripted-upstream.kit.ts";

const RECORD = { ContactId: "job-1", StartTime: 1 };
const ONE = { List: [RECORD], TotalCount: 1 };

/** A server whose requests may hold a megabyte, before an upstream that answers when it is told to. */
async function open(data: unknown) {
  const waiting: ServerResponse[] = [];
  const answerLater: Answer = (_request, response) => void waiting.push(response);
  const bff = await openScriptedBff([answerLater], {
    REQUEST_MEGABYTES: "1",
    CCC_INSTANCE_IDS: "ccc-test",
    UPSTREAM_CONCURRENCY: "256",
  });
  const url = await bff.app.listen({ host: "127.0.0.1", port: 0 });
  const ask = async (path: string, init?: RequestInit) => {
    const reply = await fetch(url + path, init);
    return { status: reply.status, headers: reply.headers, body: await reply.text() };
  };
  return {
    ...bff,
    url,
    ask,
    waiting,
    answerAll() {
      for (const response of waiting.splice(0)) ok(data)({} as never, response);
    },
  };
}

/** Each is a filter of its own, of 10,000 characters: it holds 64 kB, and fifteen have room. */
const longPath = (index: number) => {
  const words = Array.from({ length: 100 }, (_unused, part) => `${index}-${part}-`.padEnd(99, "x"));
  return `/api/records?from=0&to=1000&satDesc=${words.join(",")}`;
};

test("what holds more than there is room for is refused, and health is told all the same", async () => {
  const { ask, waiting, answerAll, log } = await open(ONE);
  const asked = Array.from({ length: 40 }, (_unused, index) => ask(longPath(index)));
  // The others wait for the upstream, which does not answer yet.
  const refused = await firstOf(25, asked);
  expect(refused.map(({ status }) => status)).toEqual(Array(25).fill(503));
  expect(JSON.parse(refused[0]?.body ?? "")).toMatchObject({ code: "server_busy" });
  expect(refused[0]?.headers.get("retry-after")).toBe("1");
  expect((await ask("/healthz")).status).toBe(200);
  // A refusal is no news to an operator: there may be thousands of them.
  expect(log()).not.toMatch(/"level":[4-6]0/);
  const refusals = 'callscope_refused_total{purpose="request",reason="memory"} 25';
  expect((await ask("/metrics")).body).toContain(refusals);

  await until(() => expect(waiting).toHaveLength(15));
  answerAll();
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(15);
  // What has ended holds nothing.
  const again = ask(longPath(50));
  await until(() => expect(waiting).toHaveLength(1));
  answerAll();
  expect((await again).status).toBe(200);
});

/** The first so many answers, as they come. */
async function firstOf<T>(count: number, asked: readonly Promise<T>[]): Promise<readonly T[]> {
  const answers: T[] = [];
  await new Promise<void>((resolve, reject) => {
    const note = async (one: Promise<T>) => {
      answers.push(await one);
      if (answers.length === count) resolve();
    };
    for (const one of asked) note(one).catch(reject);
  });
  return answers.slice(0, count);
}

const until = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000 });
const tick = () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 5));

test.each([
  ["as much as it says that it has", "Content-Length: 500000"],
  ["as much as it may have where it does not say", "Transfer-Encoding: chunked"],
])("before a body is read it weighs %s", async (_name, length) => {
  const { url, ask } = await open(ONE);
  const nowhere = async () => (await ask("/api/nowhere")).status;
  expect(await nowhere()).toBe(404);
  const { port } = new URL(url);
  const type = "Host: localhost\r\nContent-Type: application/json";
  const socket = connect(Number(port), "127.0.0.1", () =>
    socket.write(`POST /api/counts HTTP/1.1\r\n${type}\r\n${length}\r\n\r\n`),
  );
  socket.on("error", () => undefined);
  await until(async () => expect(await nowhere()).toBe(503));
  socket.destroy();
  await until(async () => expect(await nowhere()).toBe(404));
});

test("of many who wait for one great answer as many get it as there is room for", async () => {
  const great = { ...RECORD, SatisfactionDescription: "x".repeat(200_000) };
  const { app, ask, waiting, answerAll } = await open({ List: [great], TotalCount: 1 });
  // Joined, they are one call.
  const asked = Array.from({ length: 20 }, () => ask("/api/records?from=0&to=1000"));
  await until(() => expect(waiting).toHaveLength(1));
  await until(async () => expect(await connections(app.server)).toBe(20));
  await tick();
  answerAll();
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200, 503]));
  // At one moment two have room; the first may have been sent before the last has come.
  const refusals = statuses.filter((status) => status === 503).length;
  expect(refusals).toBeGreaterThan(10);
  const counted = `callscope_refused_total{purpose="request",reason="memory"} ${refusals}`;
  expect((await ask("/metrics")).body).toContain(counted);
  expect((await ask("/api/records?from=0&to=1000")).status).toBe(200);
});

const connections = (server: {
  getConnections(told: (error: unknown, count: number) => void): void;
}) =>
  new Promise<number>((resolve) => {
    server.getConnections((_error, count) => resolve(count));
  });

test("who has asked for several one behind the other and hangs up gives back the room of all", async () => {
  const { url, ask, waiting, answerAll } = await open(ONE);
  const { port } = new URL(url);
  const connection = connect(Number(port), "127.0.0.1");
  const lines = Array.from(
    { length: 12 },
    (_unused, index) => `GET ${longPath(index)} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`,
  );
  connection.write(lines.join(""));
  await vi.waitFor(() => expect(waiting).toHaveLength(12), 10_000);
  connection.destroy();
  await vi.waitFor(() => expect(waiting.every(({ destroyed }) => destroyed)).toBe(true), 10_000);
  waiting.length = 0;
  const asked = Array.from({ length: 12 }, (_unused, index) => ask(longPath(100 + index)));
  await vi.waitFor(() => expect(waiting).toHaveLength(12), 10_000);
  answerAll();
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(statuses).toEqual(Array(12).fill(200));
});
