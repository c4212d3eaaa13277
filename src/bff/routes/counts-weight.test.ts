import { expect, test } from "vitest";
import { openScriptedBff } from "#bff/scripted-bff.kit.ts";
import { hang } from "#bff/upstream/scripted-upstream.kit.ts";

/** Some two thousand probes, in a few characters. */
const MANY_PROBES = Array.from({ length: 32 }, (_unused, index) => ({
  of: "facet",
  facet: "satisfactionDescription",
  extra: Array.from({ length: 50 }, (_none, value) => `v${value}`),
  view: `?from=0&to=1000&instance=ccc-test&phone=1540000${1000 + index}`,
}));

test("questions weigh what they may come to before any of it is asked", async () => {
  const { app } = await openScriptedBff([hang], { LONGEST_WAIT_MS: "60000" });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  const leaving = new AbortController();
  let refused = 0;
  // Each weighs two megabytes, and facets may have thirty-two of what waits.
  await new Promise<void>((resolve, reject) => {
    const ask = async (reader: number) => {
      const reply = await fetch(`${url}/api/counts`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-callscope-tab": `tab-${reader}` },
        body: JSON.stringify({ asks: MANY_PROBES }),
        signal: leaving.signal,
      });
      if (reply.status === 503) refused += 1;
      // Those that were let in are not answered: the upstream is not.
      if (refused === 9) resolve();
    };
    for (let reader = 0; reader < 24; reader += 1) ask(reader).catch(reject);
  });
  leaving.abort();
  expect(refused).toBe(9);
});
