import { setTimeout as sleep } from "node:timers/promises";
import Fastify from "fastify";
import { expect, onTestFinished, test, vi } from "vitest";
import { replySignal } from "#bff/http/reply-signal.ts";
import { createOpenStreams } from "./open-streams.ts";

test("who has gone before their recording is counted takes no place from those who stay", async () => {
  const app = Fastify();
  onTestFinished(() => app.close());
  const streams = createOpenStreams(app);
  const late: boolean[] = [];
  app.get("/late", async (_request, reply) => {
    // As long as it takes to look up who they are.
    while (!reply.raw.closed) await sleep(5);
    late.push(streams.enter("li", reply).aborted && replySignal(reply).aborted);
    return "";
  });
  app.get("/", async (_request, reply) => {
    streams.enter("li", reply);
    return "here";
  });
  const origin = await app.listen({ host: "127.0.0.1", port: 0 });
  for (let times = 0; times < 20; times += 1) {
    const gone = new AbortController();
    const asking = fetch(`${origin}/late`, { signal: gone.signal });
    await sleep(20);
    gone.abort();
    await expect(asking).rejects.toThrow("abort");
  }
  await vi.waitFor(() => expect(late).toEqual(Array.from({ length: 20 }, () => true)));
  expect(await (await fetch(origin)).text()).toBe("here");
});
