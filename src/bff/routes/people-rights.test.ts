import { afterAll, beforeAll, expect, test } from "vitest";
import { FIRST, withReaders } from "#bff/access/readers.kit.ts";
import { startSampleBff, type SampleBff } from "#bff/sample-bff.kit.ts";
import { countsLineSchema } from "#contract/api/counts.ts";
import { recordsReplySchema } from "#contract/api/records.ts";
import type { CallRecord } from "#contract/record/call-record.ts";

const VIEW = `instance=${FIRST}&from=0&to=4000000000000`;

let server: SampleBff;
let records: readonly CallRecord[];
beforeAll(async () => {
  server = await startSampleBff({ sampleRecords: 300, sampleSeed: "people" });
  const pages = await Promise.all(
    [1, 2, 3].map((page) => server.get(`/api/records?${VIEW}&page=${page}`, recordsReplySchema)),
  );
  records = pages.flatMap((page) => page.records);
});
afterAll(() => server.close());

const groupsOf = ({ skillGroupIds = [] }: CallRecord) => skillGroupIds;

test("who is bound to groups is told of these alone, together each call once, and of no other", async () => {
  const [first = "", second = "", foreign = ""] = new Set(records.flatMap(groupsOf));
  const readers = await withReaders(server);
  const lead = { roles: ["lead" as const], groups: [first, second] };
  const ask = async (asked: object) => {
    const body = { asks: [{ view: VIEW, seconds: 20, ...asked }] };
    return readers.ask(lead, { url: "/api/counts", body });
  };
  const linesOf = ({ body }: { readonly body: string }) =>
    body
      .trim()
      .split("\n")
      .map((line) => countsLineSchema.parse(JSON.parse(line)));

  const people = linesOf(await ask({ of: "people", key: "skillGroupId" }));
  const told = people.flatMap((line) => ("person" in line ? [line.person] : []));
  expect(told.toSorted()).toEqual([first, second].toSorted());

  const together = (ids: readonly string[]) =>
    ask({ of: "figures", people: { key: "skillGroupId", ids } });
  const figures = linesOf(await together([first, second])).flatMap((line) =>
    "figures" in line && !("person" in line) ? [line.figures] : [],
  );
  const own = records.filter((record) =>
    groupsOf(record).some((group) => [first, second].includes(group)),
  );
  expect(figures.at(-1)).toMatchObject({ total: own.length });

  const refused = await together([first, foreign]);
  expect(refused.statusCode).toBe(403);
  expect(refused.json()).toMatchObject({ code: "calls_forbidden", field: "asks.0.people.group" });
});
