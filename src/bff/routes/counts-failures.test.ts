import { expect, test, vi } from "vitest";
import { openScriptedBff } from "#bff/scripted-bff.kit.ts";
import { hang, ok, refusal, type Answer } from "#bff/upstream/scripted-upstream.kit.ts";
import type { Ask } from "#contract/api/asks.ts";
import { viewSearch } from "#contract/view/view-codec.ts";
import { DEFAULT_VIEW } from "#contract/view/view.ts";

// A question asks several things at once. When one of them fails, or the browser leaves, so do the
// others: a failure that nobody waits for would end the server. Here it fails the test run.

const open = (answer: Answer) => openScriptedBff([answer], { CCC_INSTANCE_IDS: "ccc-test" });

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
  { of: "facet", view, facet: "satisfactionIndex", extra: ["42"] },
  { of: "facet", view, facet: "contactDisposition", extra: ["Stranger"] },
];

test("where all that a question asks fails, it fails once", async () => {
  const bff = await open(manyCalls(refusal(403, "NoPermission")));
  const lines = await bff.counts(asks);
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
  await vi.waitUntil(() => upstream.requests.length > 8, { timeout: 5_000 });
  leave.abort();
  await expect(reading).rejects.toThrow("aborted");
  await upstream.abandoned;
  expect((await app.inject("/healthz")).statusCode).toBe(200);
});

/** Answers by the dispositions that are asked for; "" is the answer where none are. */
const byDisposition =
  (answers: Readonly<Record<string, Answer>>, otherwise: Answer): Answer =>
  (request, response) => {
    const { searchParams } = new URL(request.url ?? "", "http://upstream");
    const list = searchParams.get("ContactDispositionList") ?? "[]";
    const key = (JSON.parse(list) as string[]).join();
    (answers[key] ?? otherwise)(request, response);
  };

const none = ok({ TotalCount: 0, List: [] });
const dispositions = { of: "facet", view, facet: "contactDisposition" } as const;

test("a value that a call has and the upstream does not take is not told as 0", async () => {
  const newest = { ContactId: "job-1", ContactDisposition: "TransferredToRobot" };
  const bff = await open(
    byDisposition(
      {
        "": ok({ TotalCount: 9_000, List: [newest] }),
        Success: ok({ TotalCount: 8_000, List: [newest] }),
        TransferredToRobot: refusal(400, "Parameter.Format"),
      },
      none,
    ),
  );
  await bff.app.inject(`/api/records${view}`);
  const lines = await bff.counts([dispositions]);
  expect(lines).toContainEqual({ ask: 0, value: "Success", count: 8_000 });
  expect(lines.filter((line) => "value" in line && line.value === "TransferredToRobot")).toEqual(
    [],
  );
  expect(lines).toContainEqual(
    expect.objectContaining({ end: true, total: 9_000, other: 1_000, complete: false }),
  );
});

test("where the parts are more than the total, calls came meanwhile, and it is counted anew", async () => {
  const totals = [9_000, 9_001];
  const bff = await open(
    byDisposition(
      {
        "": (request, response) =>
          ok({ TotalCount: totals.length > 1 ? totals.shift() : totals[0], List: [] })(
            request,
            response,
          ),
        Success: ok({ TotalCount: 9_001, List: [] }),
      },
      none,
    ),
  );
  const lines = await bff.counts([dispositions]);
  expect(lines).toContainEqual(
    expect.objectContaining({ end: true, total: 9_001, other: 0, complete: true }),
  );
});

const growing = viewSearch({
  ...DEFAULT_VIEW,
  time: { from: 0, to: Date.now() },
  criteria: {},
});
/** What an upstream counts at first, and ever after. */
const totals = (...counts: readonly number[]) => {
  let asked = 0;
  return () => counts[Math.min(asked++, counts.length - 1)];
};

test("a call that comes while it is counted does not make 0 of one that is rare", async () => {
  const total = totals(5_000, 5_001);
  const newest = [
    { ContactId: "job-1", ContactDisposition: "Success" },
    { ContactId: "job-2", ContactDisposition: "NoAnswer" },
  ];
  /** The newest of them, as many as were asked for. */
  const page =
    (count: () => number | undefined): Answer =>
    (request, response) => {
      const { searchParams } = new URL(request.url ?? "", "http://upstream");
      const List = newest.slice(0, Number(searchParams.get("PageSize")));
      ok({ TotalCount: count(), List })(request, response);
    };
  const bff = await open(
    byDisposition(
      {
        "": page(total),
        // One more than when all were counted.
        Success: page(() => 4_001),
        NoAnswer: page(() => 999),
        IVRException: ok({ TotalCount: 1, List: [] }),
      },
      none,
    ),
  );
  await bff.app.inject(`/api/records${growing}`);
  const lines = await bff.counts([{ ...dispositions, view: growing }]);
  expect(lines).toContainEqual({ ask: 0, value: "IVRException", count: 1 });
  expect(lines).toContainEqual(
    expect.objectContaining({ end: true, total: 5_001, other: 0, complete: true }),
  );
});

test("a call that is pushed from one page to the next while they are read is not lost", async () => {
  const total = totals(150, 151);
  const call = (number: number) => ({
    ContactId: `job-${number}`,
    ContactDisposition: number === 99 ? "Reject" : "Success",
  });
  const before = Array.from({ length: 150 }, (_unused, number) => call(number));
  const after = [call(1_000), ...before];
  const pages: Answer = (request, response) => {
    const { searchParams } = new URL(request.url ?? "", "http://upstream");
    const isCount = searchParams.get("PageSize") === "1";
    // The second page was read just before the call came, the first just after.
    const List =
      searchParams.get("PageNumber") === "2"
        ? before.slice(100)
        : after.slice(0, isCount ? 1 : 100);
    ok({ TotalCount: isCount ? total() : 151, List })(request, response);
  };
  const bff = await open(
    byDisposition(
      {
        "": pages,
        Success: ok({ TotalCount: 150, List: [] }),
        Reject: ok({ TotalCount: 1, List: [] }),
      },
      none,
    ),
  );
  const lines = await bff.counts([{ ...dispositions, view: growing }]);
  expect(lines).toContainEqual({ ask: 0, value: "Reject", count: 1 });
  expect(lines).toContainEqual(expect.objectContaining({ end: true, plan: "probes", total: 151 }));
});

test("once a part of a question has failed the others are asked for no more", async () => {
  const { app, upstream } = await open((request, response) => {
    const { searchParams } = new URL(request.url ?? "", "http://upstream");
    const start = searchParams.get("StartTime");
    const answer =
      searchParams.get("EndTime") === "1000"
        ? ok({ TotalCount: 100_000, List: [] })
        : start === "0"
          ? refusal(403, "NoPermission")
          : hang;
    answer(request, response);
  });
  const whole = viewSearch({ ...DEFAULT_VIEW, time: { from: 0, to: 1000 }, criteria: {} });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  const times = { of: "times", view: whole, edges: [0, 100, 200, 300, 900] };
  // Over HTTP, for a request that is injected ends like one that is given up.
  const reply = await fetch(`${url}/api/counts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ asks: [times] }),
  });
  expect(await reply.text()).toContain("upstream_forbidden");
  await upstream.abandoned;
});
