import { setTimeout as sleep } from "node:timers/promises";
import { Agent, request } from "undici";
import { expect, onTestFinished, test } from "vitest";
import { parseAccessFile } from "#bff/access/read-access-file.ts";
import type { BffDeps } from "#bff/app.ts";
import { openScriptedBff } from "#bff/scripted-bff.kit.ts";
import type { Answer } from "#bff/upstream/scripted-upstream.kit.ts";
import { COUNTS_ROUTE, countsLineSchema } from "#contract/api/counts.ts";
import { problemSchema } from "#contract/api/errors.ts";
import { TAB_HEADER } from "#contract/api/tab.ts";

/** More than would be read: they are counted by probes. */
const TOTAL = 50_000;
const PAGE = { Code: "OK", HttpStatusCode: 200, RequestId: "page" };

/** A stretch of time whose calls hang, of whatever instance. */
const SLOW_END = 499;

/**
 * An upstream that answers calls about one instance, and those about another, and of one stretch of time,
 * when it is told to.
 */
function upstreamThatHangs() {
  const held: (() => void)[] = [];
  let isHeld = true;
  const answer: Answer = (incoming, response) => {
    const send = () => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(
        JSON.stringify({ ...PAGE, Data: { TotalCount: TOTAL, PageNumber: 1, List: [] } }),
      );
    };
    const isSlow = new RegExp(`InstanceId=hangs|EndTime=${SLOW_END}(&|$)`).test(incoming.url ?? "");
    if (isHeld && isSlow) held.push(send);
    else send();
  };
  return {
    answer,
    held,
    release() {
      isHeld = false;
      for (const send of held.splice(0)) send();
    },
  };
}

const INSTANCES = { CCC_INSTANCE_IDS: "hangs,answers" };

async function openServer(
  environment: Readonly<Record<string, string>> = {},
  deps: Partial<BffDeps> = {},
) {
  const upstream = upstreamThatHangs();
  const bff = await openScriptedBff([upstream.answer], { ...INSTANCES, ...environment }, deps);
  const origin = await bff.app.listen({ host: "127.0.0.1", port: 0 });
  const dispatcher = new Agent({ connections: null });
  onTestFinished(() => dispatcher.destroy());
  let asked = 0;
  /** A page that nobody has asked for. */
  const page = async (tab: string, instance: string, signal?: AbortSignal) => {
    asked += 1;
    const reply = await request(
      `${origin}/api/records?instance=${instance}&from=${asked}&to=${asked}`,
      { dispatcher, headers: { [TAB_HEADER]: tab }, ...(signal && { signal }) },
    );
    return { status: reply.statusCode, headers: reply.headers, body: await reply.body.json() };
  };
  const counts = async (tab: string, asks: readonly object[]) => {
    const reply = await request(origin + COUNTS_ROUTE, {
      dispatcher,
      method: "POST",
      headers: { [TAB_HEADER]: tab, "content-type": "application/json" },
      body: JSON.stringify({ asks }),
    });
    return { status: reply.statusCode, headers: reply.headers, body: await reply.body.text() };
  };
  /** Waits until so many rows hang upstream, and so many wait for their turn. */
  const hanging = async (count: number, waiting = 0) => {
    const read = async () => {
      const { body } = await bff.app.inject("/metrics");
      const rows = /callscope_waiting_calls\{purpose="rows"\} (\d+)/.exec(body)?.[1];
      return { held: upstream.held.length, waiting: Number(rows) };
    };
    await expect.poll(read, { timeout: 10_000 }).toEqual({ held: count, waiting });
  };
  /** One call that takes a second and not two, so that the server knows what waiting means. */
  const takeOneSecond = async () => {
    const first = page("first", "hangs");
    await hanging(1);
    await sleep(1_000);
    upstream.held.splice(0)[0]?.();
    await first;
  };
  return { ...upstream, ...bff, page, counts, hanging, takeOneSecond };
}

const linesOf = (body: string) =>
  body
    .trimEnd()
    .split("\n")
    .map((line) => countsLineSchema.parse(JSON.parse(line)));
const isBusy = (ask: number) =>
  expect.objectContaining({ ask, problem: expect.objectContaining({ code: "server_busy" }) });

test("rows of one reader that hang take half of the places, and another reader's page comes", async () => {
  const { page, held, hanging, release } = await openServer();
  const many = Array.from({ length: 40 }, () => page("many", "hangs"));
  await hanging(8, 32);
  expect((await page("little", "answers")).status).toBe(200);
  expect(held).toHaveLength(8);
  release();
  for (const { status } of await Promise.all(many)) expect(status).toBe(200);
});

test("who is signed in is one reader, however many tabs they make up", async () => {
  const rights = { instances: "all", calls: "all" };
  const roles = [{ name: "team", claim: "roles", values: ["team"], rights }];
  const { page, held, release } = await openServer(
    {},
    {
      // Of the tab `many-7` the reader is `many`.
      identify: async ({ headers }) => ({
        subject: String(headers[TAB_HEADER]).split("-")[0] ?? "",
        name: undefined,
        claims: { roles: ["team"] },
      }),
      access: parseAccessFile(JSON.stringify({ roles }), undefined),
    },
  );
  const many = Array.from({ length: 40 }, (_, index) => page(`many-${index}`, "hangs"));
  await expect.poll(() => held.length).toBeGreaterThanOrEqual(8);
  await sleep(300);
  expect(held).toHaveLength(8);
  const little = page("little-1", "hangs");
  await expect.poll(() => held.length).toBe(9);
  release();
  for (const { status } of await Promise.all([...many, little])) expect(status).toBe(200);
});

test("an instance that hangs takes three quarters of the places, whoever asks", async () => {
  const { page, held, hanging, release } = await openServer();
  const many = Array.from({ length: 40 }, (_unused, index) => page(`tab-${index}`, "hangs"));
  await hanging(12, 28);
  expect((await page("many", "answers")).status).toBe(200);
  expect(held).toHaveLength(12);
  release();
  for (const { status } of await Promise.all(many)) expect(status).toBe(200);
});

test("an instance of which rows and counts hang leaves another its page and its counts", async () => {
  const { page, counts, held, hanging, release } = await openServer();
  const tabs = Array.from({ length: 20 }, (_unused, index) => `tab-${index}`);
  const total = (tab: string, instance: string, at: number) =>
    counts(tab, [{ of: "total", view: `instance=${instance}&from=${at}&to=${at}` }]);
  const counted = tabs.map((tab, index) => total(tab, "hangs", 1_000 + index));
  await hanging(8);
  const read = tabs.map((tab) => page(tab, "hangs"));
  await hanging(12, 16);
  expect((await page("little", "answers")).status).toBe(200);
  expect((await total("little", "answers", 1)).body).toContain(`"total":${TOTAL}`);
  expect(held).toHaveLength(12);
  release();
  for (const { status } of await Promise.all([...counted, ...read])) expect(status).toBe(200);
});

test("who cannot be told apart from the one whose rows hang gets a page of another instance", async () => {
  const { page, held, hanging, release } = await openServer();
  const many = Array.from({ length: 16 }, () => page("same", "hangs"));
  await hanging(8, 8);
  expect((await page("same", "answers")).status).toBe(200);
  // None of them has ended meanwhile, nor was given up.
  expect(held).toHaveLength(8);
  release();
  await Promise.all(many);
});

test("rows that are given up while they hang make way for those behind them", async () => {
  const { page, hanging, release } = await openServer();
  const leaver = new AbortController();
  const given = Array.from({ length: 8 }, () => page("many", "hangs", leaver.signal));
  await hanging(8);
  const behind = Array.from({ length: 8 }, () => page("many", "hangs"));
  await hanging(8, 8);
  leaver.abort();
  expect((await Promise.allSettled(given)).map(({ status }) => status)).not.toContain("fulfilled");
  await hanging(16);
  release();
  for (const { status } of await Promise.all(behind)) expect(status).toBe(200);
});

test("what would wait too long is refused at once, counts before rows, and told when to come again", async () => {
  const { page, counts, hanging, takeOneSecond, release, app } = await openServer({
    LONGEST_WAIT_MS: "8000",
  });
  await takeOneSecond();

  const tabs = Array.from({ length: 78 }, (_unused, index) => page(`tab-${index}`, "hangs"));
  await hanging(12, 66);
  const view = "instance=answers&from=5&to=6";
  const bars = { of: "times", view, edges: [5, 6, 7] };
  const refused = await counts("reader", [{ of: "total", view }, bars]);
  expect(refused.status).toBe(503);
  expect(Number(refused.headers["retry-after"])).toBeGreaterThanOrEqual(1);
  expect(problemSchema.parse(JSON.parse(refused.body))).toMatchObject({ code: "server_busy" });
  // A page is worth more, and still comes.
  expect((await page("reader", "answers")).status).toBe(200);

  const more = Array.from({ length: 80 }, (_unused, index) => page(`more-${index}`, "hangs"));
  await expect
    .poll(async () => (await page("reader", "answers")).status, { timeout: 10_000 })
    .toBe(503);
  const metrics = await app.inject("/metrics");
  expect(metrics.body).toMatch(/callscope_refused_total\{purpose="rows",reason="wait"\} [1-9]/);
  expect(metrics.body).toMatch(/callscope_refused_total\{purpose="facets",reason="wait"\} 1/);
  release();
  const statuses = (await Promise.all([...tabs, ...more])).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(78);
  // Nothing is left behind.
  await expect
    .poll(async () => (await counts("reader", [{ of: "total", view }, bars])).status)
    .toBe(200);
});

test("of one request bars are refused before what else it asks", async () => {
  const { page, counts, hanging, takeOneSecond, release } = await openServer({
    LONGEST_WAIT_MS: "8000",
  });
  await takeOneSecond();
  const tabs = Array.from({ length: 46 }, (_unused, index) => page(`tab-${index}`, "hangs"));
  await hanging(12, 34);
  const view = "instance=answers&from=5&to=6";
  const asked = counts("reader", [
    { of: "total", view },
    { of: "times", view, edges: [5, 6, 7] },
  ]);
  const { status, body } = await asked;
  expect(status).toBe(200);
  const lines = linesOf(body);
  expect(lines).toContainEqual({ ask: 0, total: TOTAL });
  expect(lines).toContainEqual(isBusy(1));
  release();
  await Promise.all(tabs);
});

test("bars that take long are given up once too much waits, and what else was asked is not", async () => {
  const { page, counts, hanging, takeOneSecond, release } = await openServer({
    LONGEST_WAIT_MS: "1000",
  });
  await takeOneSecond();
  const view = "instance=answers&from=5&to=1000";
  const asked = counts("reader", [
    { of: "total", view },
    { of: "times", view, edges: [5, SLOW_END + 1, 1_001] },
  ]);
  await hanging(1);
  const tabs = Array.from({ length: 20 }, (_unused, index) => page(`tab-${index}`, "hangs"));
  await hanging(13, 8);
  const { status, body } = await asked;
  expect(status).toBe(200);
  expect(linesOf(body)).toContainEqual({ ask: 0, total: TOTAL });
  expect(linesOf(body)).toContainEqual(isBusy(1));
  release();
  await Promise.all(tabs);
});
