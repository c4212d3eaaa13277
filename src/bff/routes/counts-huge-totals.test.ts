import { afterEach, expect, test } from "vitest";
import { createTestBff } from "#bff/bff.kit.ts";
import { ok, startScriptedUpstream } from "#bff/upstream/scripted-upstream.kit.ts";
import type { Ask } from "#contract/api/asks.ts";
import { countsLineSchema } from "#contract/api/counts.ts";
import { FACET_KEYS } from "#contract/filter/filters.ts";

// A total is a number that the upstream says, and may be any: what is done for it must not grow with it.

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

async function count(total: number, asks: readonly Ask[]) {
  const upstream = await startScriptedUpstream(
    ok({ TotalCount: total, List: [{ ContactId: "job-1", StartTime: 1 }] }),
  );
  opened.push(upstream.close);
  const { app } = await createTestBff(upstream.endpoint, { CCC_INSTANCE_IDS: "ccc-test" });
  opened.push(() => app.close());
  const { body } = await app.inject({ method: "POST", url: "/api/counts", payload: { asks } });
  const lines = body
    .trim()
    .split("\n")
    .map((line) => countsLineSchema.parse(JSON.parse(line)));
  return { lines, calls: upstream.requests.length };
}

const facets = (view: string): Ask[] => FACET_KEYS.map((facet) => ({ of: "facet", view, facet }));

test.each([10_000_000, 1_000_000_000_000, Number.MAX_SAFE_INTEGER])(
  "a screen of facets over %d calls is counted by probes",
  async (total) => {
    const { lines } = await count(total, facets("?from=0&to=1"));
    expect(lines.filter((line) => "problem" in line)).toEqual([]);
    expect(lines.filter((line) => "end" in line)).toHaveLength(FACET_KEYS.length);
  },
);

test("a contact id names one call, and one page is read, whatever the total says", async () => {
  const { lines, calls } = await count(1_000_000_000_000, facets("?from=0&to=1&contact=job-1"));
  expect(lines.filter((line) => "problem" in line)).toEqual([]);
  // The count, and the page.
  expect(calls).toBe(2);
});
