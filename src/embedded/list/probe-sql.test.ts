import { expect, test } from "vitest";
import type { WireListRequest } from "./list-request.ts";
import { probeCountsSql, probeFirstsSql, shareScans, ungroupedCriteria } from "./probe-sql.ts";

type Criteria = WireListRequest["criteria"];
const asked = (criteria: Criteria, from = 0, to = 1000): WireListRequest => ({
  instance: "ccc-test",
  time: { from, to },
  criteria,
  singles: {},
  sort: { field: "startTime", order: "DESC" },
  page: 1,
  pageSize: 1,
});

test("probes of one filter's values are counted by one scan that groups by its column", () => {
  const requests = [
    asked({ agentId: "ann", contactDisposition: ["Success"] }),
    asked({ agentId: "ann", contactDisposition: ["Reject"] }),
    asked({ agentId: "ann" }),
  ];
  const shared =
    "InstanceId = $4::InstanceIdDictionary AND StartTime BETWEEN $5 AND $6 AND (contains(AgentIds, $2) AND list_contains(string_split(AgentIds, ','), $2))";
  const success = "FILTER (WHERE ContactDisposition IN ($1))";
  const reject = "FILTER (WHERE ContactDisposition IN ($3))";
  expect(probeCountsSql(requests)).toEqual({
    text: `WITH groups AS (SELECT ContactDisposition, count(*) AS Calls, max(StartTime) AS Latest FROM records WHERE ${shared} GROUP BY ALL) SELECT coalesce(sum(Calls) ${success}, 0), max(Latest) ${success}, coalesce(sum(Calls) ${reject}, 0), max(Latest) ${reject}, coalesce(sum(Calls), 0), max(Latest) FROM groups`,
    params: ["Success", "ann", "Reject", "ccc-test", 0, 1000],
  });
});

test("buckets of time that do not touch are counted by one scan", () => {
  const { text, params } = probeCountsSql([asked({}, 0, 9), asked({}, 10, 19)]);
  expect(text).toBe(
    "WITH groups AS (SELECT CASE WHEN StartTime BETWEEN $1 AND $2 THEN 0 WHEN StartTime BETWEEN $3 AND $4 THEN 1 END AS TimeRange, count(*) AS Calls, max(StartTime) AS Latest FROM records WHERE InstanceId = $5::InstanceIdDictionary AND StartTime BETWEEN $1 AND $4 GROUP BY ALL) SELECT coalesce(sum(Calls) FILTER (WHERE TimeRange = 0), 0), max(Latest) FILTER (WHERE TimeRange = 0), coalesce(sum(Calls) FILTER (WHERE TimeRange = 1), 0), max(Latest) FILTER (WHERE TimeRange = 1) FROM groups",
  );
  expect(params).toEqual([0, 9, 10, 19, "ccc-test"]);
});

test("the first of each is the least contact id among its latest", () => {
  const requests = [asked({ contactType: ["Inbound"] }), asked({ contactType: ["Internal"] })];
  expect(probeFirstsSql(requests, [7, 7])).toEqual({
    text: "SELECT min(ContactId) FILTER (WHERE ContactType IN ($1) AND StartTime = $3), min(ContactId) FILTER (WHERE ContactType IN ($2) AND StartTime = $3) FROM records WHERE InstanceId = $4::InstanceIdDictionary AND StartTime IN ($3)",
    params: ["Inbound", "Internal", 7, "ccc-test"],
  });
});

test("ranges that touch are scanned apart, and those that do not together", () => {
  const day = [asked({ contactType: ["Inbound"] }, 0, 99), asked({}, 0, 99)];
  const buckets = [asked({}, 50, 99), asked({}, 0, 49), asked({}, 0, 49)];
  const probes = [...buckets, ...day].map((request) => ({ request }));
  const times = shareScans(probes).map((batch) =>
    batch.map(({ request: { time } }) => `${time.from}–${time.to}`),
  );
  expect(times).toEqual([
    ["0–49", "0–49", "50–99"],
    ["0–99", "0–99"],
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
