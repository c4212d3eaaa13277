import { expect, test } from "vitest";
import { splitListSql } from "#embedded/database/comma-list-sql.ts";
import type { WireListRequest } from "#upstream/store/record-store.ts";
import {
  createProbeScan,
  probeCountsSql,
  probeFirstsSql,
  readProbeCounts,
  readProbeFirsts,
  shareScans,
  ungroupedCriteria,
} from "./probe-sql.ts";

type Criteria = WireListRequest["criteria"];
const asked = (criteria: Criteria, from = 0, to = 1000): WireListRequest => ({
  instance: "ccc-test",
  range: { from, to },
  criteria,
  singles: {},
  sort: { field: "startTime", order: "DESC" },
  page: 1,
  pageSize: 1,
});

test("probes of one filter's values are counted by one scan that groups by its column", () => {
  const scan = createProbeScan([
    asked({ agentId: "ann", contactDisposition: ["Success"], contactType: ["Inbound"] }),
    asked({ agentId: "ann", contactDisposition: ["Reject"], contactType: ["Inbound"] }),
    asked({ agentId: "ann", contactType: ["Inbound"] }),
  ]);
  expect(probeCountsSql(scan)).toEqual({
    text: `SELECT ContactDisposition, count(*), max(StartTime) FROM records WHERE InstanceId = $1::InstanceIdDictionary AND ContactType IN ($2) AND (contains(AgentIds, $3) AND list_contains(${splitListSql("AgentIds")}, $3)) AND StartTime BETWEEN $4 AND $5 GROUP BY ALL`,
    params: ["ccc-test", "Inbound", "ann", 0, 1000],
  });
  const counts = readProbeCounts(scan, [
    ["Success", 3n, 20n],
    [null, 2n, 30n],
    ["Reject", 1n, 10n],
  ]);
  expect(counts).toEqual([
    { total: 3, latest: 20 },
    { total: 1, latest: 10 },
    { total: 6, latest: 30 },
  ]);
  const firsts = [
    ["Success", 20n, "s"],
    [null, 30n, "z"],
    ["Reject", 10n, "r"],
    ["Success", 30n, "\u{1F600}"],
    ["Reject", 30n, "\uFFFD"],
  ];
  expect(readProbeFirsts(scan, counts, firsts)).toEqual(["s", "r", "z"]);
});

test("one alone is counted without groups, and finds nothing", () => {
  const scan = createProbeScan([asked({ contactType: ["Inbound"] })]);
  expect(probeCountsSql(scan).text).toMatch(/^SELECT count\(\*\), max\(StartTime\) FROM records /);
  expect(readProbeCounts(scan, [[0n, null]])).toEqual([{ total: 0, latest: undefined }]);
});

test("buckets of time that do not touch are counted by one scan", () => {
  const scan = createProbeScan([asked({}, 0, 9), asked({}, 10, 19)]);
  const { text, params } = probeCountsSql(scan);
  expect(text).toBe(
    "SELECT CASE WHEN StartTime BETWEEN $2 AND $4 THEN 0 WHEN StartTime BETWEEN $5 AND $3 THEN 1 END AS TimeRange, count(*), max(StartTime) FROM records WHERE InstanceId = $1::InstanceIdDictionary AND StartTime BETWEEN $2 AND $3 GROUP BY ALL",
  );
  expect(params).toEqual(["ccc-test", 0, 19, 9, 10]);
  expect(
    readProbeCounts(scan, [
      [1, 4n, 12n],
      [null, 9n, 15n],
    ]),
  ).toEqual([
    { total: 0, latest: undefined },
    { total: 4, latest: 12 },
  ]);
});

test("the first of each is looked for among the calls that began last", () => {
  const requests = [asked({ contactType: ["Inbound"] }), asked({ contactType: ["Internal"] })];
  expect(probeFirstsSql(createProbeScan(requests), [7, 9, 7])).toEqual({
    text: "SELECT ContactType, StartTime, min(ContactId) FROM records WHERE InstanceId = $1::InstanceIdDictionary AND StartTime BETWEEN $2 AND $3 AND StartTime IN ($2, $3) GROUP BY ALL",
    params: ["ccc-test", 7, 9],
  });
});

test("ranges that touch are scanned apart, and those that do not together", () => {
  const day = [asked({ contactType: ["Inbound"] }, 0, 99), asked({}, 0, 99)];
  const buckets = [asked({}, 50, 99), asked({}, 0, 49), asked({}, 0, 49)];
  const probes = [...buckets, ...day].map((request) => ({ request }));
  const times = shareScans(probes).map((batch) =>
    batch.map(({ request: { range } }) => `${range.from}–${range.to}`),
  );
  expect(times).toEqual([
    ["0–49", "0–49", "50–99"],
    ["0–99", "0–99"],
  ]);
});

test("a range that ends before it begins hides no other from the next", () => {
  const times = [asked({}, 0, 99), asked({}, 50, 10), asked({}, 60, 70)];
  const batches = shareScans(times.map((request) => ({ request })));
  expect(batches.map((batch) => batch.map(({ request: { range } }) => range.from))).toEqual([
    [0],
    [50, 60],
  ]);
});

test("what groups tell apart does not keep requests apart, all else does", () => {
  const apart = (a: Criteria, b: Criteria) =>
    ungroupedCriteria(asked(a)) !== ungroupedCriteria(asked(b));
  expect(apart({ contactType: ["Inbound"] }, { satisfactionIndex: ["1"] })).toBe(false);
  expect(apart({ agentId: "ann", contactType: ["Inbound"] }, { agentId: "ann" })).toBe(false);
  expect(apart({ agentId: "ann" }, { agentId: "bob" })).toBe(true);
  expect(apart({ phoneNumber: "1" }, {})).toBe(true);
  expect(apart({ callingNumber: "1" }, { calledNumber: "1" })).toBe(true);
});
