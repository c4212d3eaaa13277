import { expect, onTestFinished, test } from "vitest";
import { openScriptedBff } from "#bff/scripted-bff.kit.ts";
import { ok } from "#bff/upstream/scripted-upstream.kit.ts";
import { createLog } from "./log.ts";
import { createMetricsApp } from "./metrics-route.ts";
import { createMetrics } from "./metrics.ts";

const EMPTY = [ok({ List: [], TotalCount: 0 })];

test("without sign-in metrics are beside all else, unless they have a port", async () => {
  const { app } = await openScriptedBff(EMPTY);
  expect((await app.inject("/metrics")).statusCode).toBe(200);
  const apart = await openScriptedBff(EMPTY, { METRICS_PORT: "0" });
  expect((await apart.app.inject("/metrics")).statusCode).toBe(404);
});

test("where readers sign in metrics are not on their port", async () => {
  const { app } = await openScriptedBff(EMPTY, {}, { identify: async () => undefined });
  expect((await app.inject("/metrics")).statusCode).not.toBe(200);
});

test("on a port of their own they are all that is there, under whatever name", async () => {
  const metrics = createMetrics();
  const { app: bff } = await openScriptedBff(EMPTY, { METRICS_PORT: "0" }, { metrics });
  await bff.inject("/api/session");
  const app = createMetricsApp(createLog({ logLevel: "silent" }), metrics);
  onTestFinished(() => app.close());
  const reply = await app.inject({ url: "/metrics", headers: { host: "10.1.2.3:9100" } });
  expect(reply.body).toContain('route="/api/session"');
  expect((await app.inject("/api/session")).statusCode).toBe(404);
});
