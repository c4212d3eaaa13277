import { expect, test, vi } from "vitest";
import { openScriptedBff } from "#bff/scripted-bff.kit.ts";
import { hang } from "#bff/upstream/scripted-upstream.kit.ts";

test("a browser that goes away takes its call to the upstream with it, without a complaint", async () => {
  const { app, upstream, log } = await openScriptedBff([hang], { CCC_INSTANCE_IDS: "ccc-test" });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  const browser = new AbortController();
  const asking = fetch(`${address}/api/records`, { signal: browser.signal });
  await vi.waitFor(() => expect(upstream.requests).toHaveLength(1));
  browser.abort();
  await expect(asking).rejects.toMatchObject({ name: "AbortError" });
  await upstream.abandoned;

  const metrics = async () => (await fetch(`${address}/metrics`)).text();
  await vi.waitFor(async () => {
    expect(await metrics()).toContain(
      'callscope_upstream_call_duration_seconds_count{operation="ListCallDetailRecords",outcome="aborted"} 1',
    );
  });
  expect(upstream.requests).toHaveLength(1);
  // 40 is pino's "warn".
  expect(log()).not.toMatch(/"level":[4-6]0/);
});
