import Fastify from "fastify";
import { expect, onTestFinished, test } from "vitest";
import { noteReader, OPERATOR } from "#bff/access/reader.ts";
import { createUpstreamLimiter } from "#bff/calls/upstream-limiter.ts";
import { replyInLines } from "./line-reply.ts";

const begin = () => {
  const app = Fastify();
  const limiter = createUpstreamLimiter({ concurrency: 4 });
  onTestFinished(async () => {
    await app.close();
    await limiter.close();
  });
  app.addHook("onRequest", async (request) => noteReader(request, OPERATOR));
  return { app, limiter };
};

test("where one part of an answer fails, the others stop asking, and the failure is told", async () => {
  const { app, limiter } = begin();
  const parts: string[] = [];
  app.get("/", (request, reply) =>
    replyInLines<string>(request, reply, 1_000, { limiter }, async ({ signal }) => {
      const long = new Promise<void>((resolve) => {
        signal.addEventListener("abort", () => {
          parts.push("stopped");
          resolve();
        });
      });
      await Promise.all([long, Promise.reject(new Error("of this part"))]);
    }),
  );
  const origin = await app.listen({ host: "127.0.0.1", port: 0 });
  const body = await (await fetch(origin)).text();
  const lines = body.trim().split("\n");
  expect(lines.map((line) => Object.keys(JSON.parse(line) as object)[0])).toEqual(["problem"]);
  expect(body).not.toContain("of this part");
  expect(parts).toEqual(["stopped"]);
});

test("what is told comes in its order, and the last line is the answer's own or an end", async () => {
  const { app, limiter } = begin();
  app.get("/own", (request, reply) =>
    replyInLines<string>(request, reply, 1_000, { limiter }, async (_asking, tell) => {
      tell("first");
      return "last";
    }),
  );
  app.get("/none", (request, reply) =>
    replyInLines<string>(request, reply, 1_000, { limiter }, async (_asking, tell) => tell("one")),
  );
  expect((await app.inject("/own")).body).toBe('"first"\n"last"\n');
  expect((await app.inject("/none")).body).toBe('"one"\n{"end":true}\n');
});
