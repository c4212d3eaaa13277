import { expect, test } from "vitest";
import { openScriptedBff } from "#bff/scripted-bff.kit.ts";
import { ok, type Answer } from "#bff/upstream/scripted-upstream.kit.ts";

/** Some two thousand probes, in a few characters. */
const MANY_PROBES = Array.from({ length: 32 }, (_unused, index) => ({
  of: "facet",
  facet: "satisfactionDescription",
  extra: Array.from({ length: 50 }, (_none, value) => `v${value}`),
  view: `?from=0&to=1000&instance=ccc-test&phone=1540000${1000 + index}`,
}));

/** Totals are told, so that an answer begins; of what follows nothing is. */
const totalsOnly: Answer = (request, response) => {
  if (request.url?.includes("Satisfaction") === false)
    ok({ List: [], TotalCount: 1_000_000 })(request, response);
};

test("questions weigh what they may come to before any of it is asked", async () => {
  const { app } = await openScriptedBff([totalsOnly], { LONGEST_WAIT_MS: "60000" });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  const leaving = new AbortController();
  const ask = async (reader: number, asks: readonly object[]) => {
    const reply = await fetch(`${url}/api/counts`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-callscope-tab": `tab-${reader}` },
      body: JSON.stringify({ asks }),
      signal: leaving.signal,
    });
    return reply.status;
  };
  // The first is let in whatever it weighs in a server that has nothing to do.
  expect(await ask(0, MANY_PROBES)).toBe(200);
  const statuses: number[] = [];
  for (let reader = 1; reader <= 12; reader += 1) statuses.push(await ask(reader, MANY_PROBES));
  expect(statuses.at(-1)).toBe(503);
  expect(statuses.filter((status) => status === 200).length).toBeLessThan(4);
  leaving.abort();
});
