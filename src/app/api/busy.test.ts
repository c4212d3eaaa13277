import { QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Problem } from "#contract/api/errors.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { isBusyWith } from "./busy.ts";
import { countsQuery, isOfCounts, type Question } from "./counts-query.ts";
import { linesReply, stubBrowser, type Fetched } from "./fetched.kit.ts";
import { createQueryClient } from "./query-client.ts";
// It comes with the first question, which would be later than the clock of these tests allows.
import "./counts-stream.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const calls: CallSet = { instance: "ccc-test", range: { from: 0, to: 9 }, criteria: {}, asOf: 9 };
const BUSY: Problem = {
  type: "urn:callscope:problem:server-busy",
  title: "The server has too much to do",
  status: 503,
  code: "server_busy",
  retryAfterSeconds: 4,
};
const refused = () => Response.json(BUSY, { status: 503 });
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A screen that asks these, of a tab that waits for as long as the server says. */
function ask(questions: readonly Question[], answer: (request: Fetched) => Response) {
  const fetched = stubBrowser(answer);
  const chances = [0];
  const client = createQueryClient(() => chances.shift() ?? Math.random());
  client.mount();
  const observers = questions.map(
    (question) => new QueryObserver(client, countsQuery(calls, question)),
  );
  const leave = observers.map((observer) => observer.subscribe(() => undefined));
  return {
    fetched,
    isBusy: () => isBusyWith(client, isOfCounts),
    isBusyWithOthers: () => isBusyWith(client, (query) => !isOfCounts(query)),
    states: () => observers.map((observer) => observer.getCurrentResult().status),
    leave: () => leave.forEach((one) => one()),
  };
}

test("what is refused since the server is busy is asked for again when it said, and not before", async () => {
  let isFree = false;
  const screen = ask([{ of: "total" }], () =>
    isFree ? linesReply({ ask: 0, total: 5 }) : refused(),
  );
  await later(3_900);
  expect(screen.fetched).toHaveLength(1);
  expect(screen.states()).toEqual(["pending"]);
  expect(screen.isBusy()).toBe(true);
  expect(screen.isBusyWithOthers()).toBe(false);
  isFree = true;
  await later(200);
  expect(screen.fetched).toHaveLength(2);
  expect(screen.states()).toEqual(["success"]);
  expect(screen.isBusy()).toBe(false);
});

test("it is asked for three times more, each time later, and then the screen is told", async () => {
  const screen = ask([{ of: "total" }], refused);
  await later(4_100);
  expect(screen.fetched).toHaveLength(2);
  await later(7_800);
  expect(screen.fetched).toHaveLength(2);
  await later(12_400);
  expect(screen.fetched).toHaveLength(4);
  expect(screen.states()).toEqual(["error"]);
  expect(screen.isBusy()).toBe(false);
  await later(600_000);
  expect(screen.fetched).toHaveLength(4);
});

test("what fails otherwise is not asked for again: the server has tried already", async () => {
  const screen = ask([{ of: "total" }], () =>
    Response.json({ ...BUSY, code: "upstream_throttled" }, { status: 503 }),
  );
  await later(600_000);
  expect(screen.fetched).toHaveLength(1);
  expect(screen.states()).toEqual(["error"]);
});

test("questions that were refused together are asked again in one request", async () => {
  const ranks: Question = { of: "ranks", field: "queueTime", shares: [0.5] };
  const facet: Question = { of: "facet", facet: "contactDisposition" };
  const screen = ask([{ of: "total" }, ranks, facet], (request) =>
    screen.fetched.indexOf(request) === 0 ? refused() : linesReply(),
  );
  await later(4_100);
  expect(screen.fetched.map(({ body }) => (body as { asks: unknown[] }).asks.length)).toEqual([
    3, 3,
  ]);
});

test("bars that are refused within an answer are asked for again by themselves", async () => {
  const bars: Question = { of: "times", edges: [0, 5, 10] };
  const screen = ask([{ of: "total" }, bars], (request) => {
    const isFirst = screen.fetched.indexOf(request) === 0;
    return isFirst
      ? linesReply({ ask: 0, total: 5 }, { ask: 1, problem: BUSY })
      : linesReply({ ask: 0, end: true, total: 5, plan: "pages" });
  });
  await later(100);
  expect(screen.states()).toEqual(["success", "pending"]);
  expect(screen.isBusy()).toBe(true);
  await later(4_000);
  expect(screen.states()).toEqual(["success", "success"]);
  expect(screen.fetched[1]?.body).toMatchObject({ asks: [{ of: "times" }] });
});

test("what nobody looks at any more is nothing that is waited for", async () => {
  const screen = ask([{ of: "total" }], refused);
  await later(100);
  expect(screen.isBusy()).toBe(true);
  screen.leave();
  expect(screen.isBusy()).toBe(false);
});
