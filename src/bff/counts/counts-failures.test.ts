import { afterEach, expect, test, vi } from "vitest";
import { countsLineSchema, type Ask } from "#contract/counts.ts";
import { viewSearch } from "#contract/view-codec.ts";
import { DEFAULT_VIEW } from "#contract/view.ts";
import {
  hang,
  ok,
  refusal,
  startScriptedUpstream,
  type Answer,
} from "#bff/upstream/scripted-upstream.ts";
import { createTestBff } from "#bff/test-bff.ts";

// A question asks several things at once. When one of them fails, or the browser leaves, so do the
// others: a failure that nobody waits for would end the server. Here it fails the test run.

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

async function open(answer: Answer) {
  const upstream = await startScriptedUpstream(answer);
  opened.push(upstream.close);
  const { app } = await createTestBff(upstream.endpoint, { CCC_INSTANCE_IDS: "ccc-test" });
  opened.push(() => app.close());
  return { upstream, app };
}

/** Too many calls to read them; `rest` answers whatever goes by a criterion. */
const manyCalls =
  (rest: Answer): Answer =>
  (request, response) => {
    const { searchParams } = new URL(request.url ?? "", "http://upstream");
    const isPlain = ![...searchParams.keys()].some((name) => name.endsWith("List"));
    const answer = isPlain ? ok({ TotalCount: 100_000, List: [{ ContactId: "job-1" }] }) : rest;
    answer(request, response);
  };

const view = viewSearch({ ...DEFAULT_VIEW, time: { from: 0, to: 1 }, criteria: {} });
const asks: readonly Ask[] = [
  { of: "facet", view, facet: "satisfactionIndex", extra: ["stranger"] },
  { of: "facet", view, facet: "contactDisposition", extra: ["Stranger"] },
];

test("where all that a question asks fails, it fails once", async () => {
  const { app } = await open(manyCalls(refusal(403, "NoPermission")));
  const { body } = await app.inject({ method: "POST", url: "/api/counts", payload: { asks } });
  const lines = body
    .trim()
    .split("\n")
    .map((line) => countsLineSchema.parse(JSON.parse(line)));
  const problems = lines.filter((line) => "problem" in line);
  expect(problems.map(({ ask }) => ask).toSorted()).toEqual([0, 1]);
});

test("a browser that leaves takes all of its questions with it", async () => {
  const { app, upstream } = await open(manyCalls(hang));
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  const leave = new AbortController();
  const reply = await fetch(`${url}/api/counts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ asks }),
    signal: leave.signal,
  });
  const reading = reply.text();
  await vi.waitUntil(() => upstream.requests.length > 10, { timeout: 5_000 });
  leave.abort();
  await expect(reading).rejects.toThrow("aborted");
  await upstream.abandoned;
  expect((await app.inject("/healthz")).statusCode).toBe(200);
});
