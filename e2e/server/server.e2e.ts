import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "playwright/test";
import { startServer } from "../kit/start-server.ts";
import { startStubUpstream } from "../kit/stub-upstream.ts";

const SAMPLE = { SAMPLE_RECORDS: "500" };

test("a start prints the address, the data, that nobody signs in, and nothing else", async () => {
  const server = await startServer(SAMPLE);
  await expect(async () => {
    expect(server.output().split("\n")).toEqual([
      `Callscope: ${server.url}`,
      "Data: generated sample call records in memory",
      "Sign-in: off, on this machine's loopback alone",
      "",
    ]);
  }).toPass({ timeout: 5_000 });
  expect(await server.stop()).toBe(0);
});

test("a stop lets what is under way finish, and then ends at once", async () => {
  const upstream = await startStubUpstream({ TotalCount: 0, List: [] }, 1_000);
  const server = await startServer(upstream.environment);
  const asking = fetch(`${server.url}/api/records?instance=ccc-test`);
  await new Promise((resolve) => upstream.http.once("request", resolve));
  const stopping = server.stop();
  const reply = await asking;
  const answeredAt = performance.now();
  expect(reply.status).toBe(200);
  expect(await reply.json()).toMatchObject({ records: [], total: 0 });
  expect(await stopping, server.output()).toBe(0);
  expect(performance.now() - answeredAt).toBeLessThan(2_000);
  upstream.close();
});

test("a browser's spare connections do not hold up a stop", async () => {
  const server = await startServer(SAMPLE);
  const port = Number(new URL(server.url).port);
  const silent = connect(port, "127.0.0.1");
  const half = connect(port, "127.0.0.1", () => half.write("GET / HTTP/1.1\r\nHost: 127"));
  const closed = Promise.all([silent, half].map((socket) => once(socket.resume(), "close")));
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  // `stop` gives up on a process that does not end.
  expect(await server.stop(), server.output()).toBe(0);
  await closed;
});

test("a port that is taken is named, without a stack", async () => {
  const first = await startServer(SAMPLE);
  const { port } = new URL(first.url);
  await expect(startServer({ ...SAMPLE, PORT: port })).rejects.toThrow(
    `Port ${port} of 127.0.0.1 is in use: stop what uses it, or set PORT.`,
  );
  await first.stop();
});

test("a bad environment is listed whole, without a stack and without its values", async () => {
  const starting = startServer({
    PORT: "http",
    TIME_ZONE: "Mars/Olympus",
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: "half-of-a-pair",
  });
  const error: unknown = await starting.catch((reason: unknown) => reason);
  const message = String(error);
  expect(message).toContain("ended with code 1");
  for (const name of ["PORT", "TIME_ZONE", "ALIBABA_CLOUD_ACCESS_KEY_ID"])
    expect(message).toContain(`  ${name}: `);
  expect(message).not.toMatch(/half-of-a-pair|Olympus|\bat file:|\.ts:\d/);
});
