import { setTimeout as sleep } from "node:timers/promises";
import Fastify from "fastify";
import { expect, onTestFinished, test, vi } from "vitest";
import { createOpenStreams } from "./open-streams.ts";

const MOST = { ofAll: 5, ofOne: 3 };

test("who has gone before their recording is counted takes no place from those who stay", async () => {
  const app = Fastify();
  onTestFinished(() => app.close());
  const streams = createOpenStreams(app, MOST);
  const late: boolean[] = [];
  app.get("/late", async (_request, reply) => {
    // As long as it takes to look up who they are.
    while (!reply.raw.closed) await sleep(5);
    late.push(streams.enter("li", reply).aborted);
    return "";
  });
  app.get("/", async (_request, reply) => {
    streams.enter("li", reply);
    return "here";
  });
  const origin = await app.listen({ host: "127.0.0.1", port: 0 });
  for (let times = 0; times < 6; times += 1) {
    const gone = new AbortController();
    const asking = fetch(`${origin}/late`, { signal: gone.signal });
    await sleep(50);
    gone.abort();
    await expect(asking).rejects.toThrow("abort");
  }
  await vi.waitFor(() => expect(late).toEqual(Array.from({ length: 6 }, () => true)));
  expect(await (await fetch(origin)).text()).toBe("here");
});

test("one may have some of them, all together some more, and places that are left are given again", async () => {
  const app = Fastify();
  onTestFinished(() => app.close());
  const streams = createOpenStreams(app, MOST);
  const waiting: (() => void)[] = [];
  app.get<{ Params: { who: string } }>("/:who", async ({ params }, reply) => {
    streams.enter(params.who, reply);
    await new Promise<void>((resolve) => waiting.push(resolve));
    return "";
  });
  const ask = (who: string) => app.inject({ url: `/${who}` });
  const three = Array.from({ length: 3 }, () => ask("li"));
  await vi.waitFor(() => expect(waiting).toHaveLength(3));
  expect((await ask("li")).statusCode).toBe(500);
  const two = Array.from({ length: 2 }, () => ask("chen"));
  await vi.waitFor(() => expect(waiting).toHaveLength(5));
  expect((await ask("sun")).json()).toMatchObject({ message: "server_busy" });
  for (const end of waiting.splice(0)) end();
  await Promise.all([...three, ...two]);
  const again = ask("li");
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  waiting[0]?.();
  expect((await again).statusCode).toBe(200);
});
