import { afterEach, expect, test, vi } from "vitest";
import type { CallSet } from "#contract/view/call-set.ts";
import { DEFAULT_SORT } from "#contract/view/sort.ts";
import { countsQuery } from "./counts-query.ts";
import { stubBrowser } from "./fetched.kit.ts";
import { getRecords } from "./get-records.ts";
import { learnNames, learnNamesOfCalls, namesOf } from "./known-names.ts";
import { peopleQuery } from "./people-query.ts";
import { createQueryClient } from "./query-client.ts";
import { toldSoFar } from "./told.ts";

afterEach(() => vi.unstubAllGlobals());

const INSTANCE = "ccc-test";
const calls: CallSet = { instance: INSTANCE, range: { from: 0, to: 9 }, criteria: {}, asOf: 9 };
const spent = { calls: 1, throttled: 0 };
const signal = new AbortController().signal;

const encode = (...lines: readonly unknown[]) =>
  new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));

function createReader() {
  const client = createQueryClient();
  const names = (kind: "agent" | "skill-group", instance = INSTANCE) =>
    Object.fromEntries(toldSoFar(client, namesOf(instance, kind)));
  return { client, names };
}

test("a search for people tells their names, of that instance and kind alone", async () => {
  stubBrowser(() =>
    Response.json({ people: [{ id: "li@ccc", name: "李安" }], more: false, spent }),
  );
  const { client, names } = createReader();
  await client.fetchQuery(peopleQuery({ instance: INSTANCE, kind: "agent", q: "李" }));
  expect(names("agent")).toEqual({ "li@ccc": "李安" });
  expect(names("skill-group")).toEqual({});
  expect(names("agent", "ccc-other")).toEqual({});
});

test("the counts of people tell the names that some call has, before they are all known", async () => {
  const { client, names } = createReader();
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  stubBrowser(() => {
    const lines = [
      { ask: 0, value: "g1", count: 3, name: "售后" },
      { ask: 0, value: "g2", count: 1 },
    ];
    const late = { ask: 0, value: "g3", count: 0, name: "售前" };
    const last = { ask: 0, end: true, total: 4, plan: "pages", other: null, complete: true };
    return new Response(
      new ReadableStream<Uint8Array>({
        async start(stream) {
          stream.enqueue(encode(...lines));
          await ended;
          stream.enqueue(encode(late, last));
          stream.close();
        },
      }),
    );
  });
  const answered = client.fetchQuery(countsQuery(calls, { of: "facet", facet: "skillGroupId" }));
  await vi.waitFor(() => expect(names("skill-group")).toEqual({ g1: "售后" }));
  end();
  expect((await answered).isWhole).toBe(true);
  expect(names("skill-group")).toEqual({ g1: "售后", g3: "售前" });
  expect(names("agent")).toEqual({});
});

test("call records tell whom they name", async () => {
  const record = { agentIds: ["a"], agentNames: ["Ann"], skillGroupIds: ["g"] };
  stubBrowser(() =>
    Response.json({
      records: [record],
      page: 1,
      pageSize: 100,
      total: 1,
      asOf: 9,
      requestId: "r",
      spent,
    }),
  );
  const { client, names } = createReader();
  await getRecords(client, calls, DEFAULT_SORT, { page: 1, size: 100 }, signal);
  expect([names("agent"), names("skill-group")]).toEqual([{ a: "Ann" }, {}]);
});

test("a call's name of somebody gives way to the list of people, and not the other way round", () => {
  const { client, names } = createReader();
  learnNamesOfCalls(client, INSTANCE, "agent", [{ id: "a", name: "Ann Lee" }]);
  learnNamesOfCalls(client, INSTANCE, "agent", [{ id: "a", name: "Ann Li" }]);
  expect(names("agent")).toEqual({ a: "Ann Lee" });
  learnNames(client, INSTANCE, "agent", [{ id: "a", name: "Ann Lin" }]);
  learnNamesOfCalls(client, INSTANCE, "agent", [{ id: "a", name: "Ann Li" }]);
  expect(names("agent")).toEqual({ a: "Ann Lin" });
});

test("names that are known already change nothing", () => {
  const { client } = createReader();
  learnNames(client, INSTANCE, "agent", [{ id: "a", name: "Ann" }]);
  const before = toldSoFar(client, namesOf(INSTANCE, "agent"));
  learnNames(client, INSTANCE, "agent", [{ id: "a", name: "Ann" }]);
  expect(toldSoFar(client, namesOf(INSTANCE, "agent"))).toBe(before);
});
