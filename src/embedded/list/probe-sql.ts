import type { DuckDBValue } from "@duckdb/node-api";
import { UPSTREAM_KEYS, FILTERS, type UpstreamKey } from "#contract/filter/filters.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import type { SqlQuery } from "#embedded/database/connection-pool.ts";
import type { WireListRequest } from "#upstream/store/record-store.ts";
import { createBinder, criteriaSql, instanceSql, timeSql, type Bind } from "./filter-sql.ts";

/**
 * The criteria of few different values, each of one column. Where probes differ in nothing else, one
 * scan that groups by these columns counts for all: facets ask for value after value of a filter.
 */
const GROUPED: readonly UpstreamKey[] = UPSTREAM_KEYS.filter((key) => FILTERS[key].grouped);

type Time = WireListRequest["range"];

/** What of a request groups cannot tell apart, as one text. */
export function ungroupedCriteria({ criteria, singles }: WireListRequest): string {
  const grouped: readonly string[] = GROUPED;
  const isLeft = ([key]: readonly [string, unknown]) => !grouped.includes(key);
  return JSON.stringify([criteria, singles].map((some) => Object.entries(some).filter(isLeft)));
}

/**
 * Which probes one scan can answer, of those that differ in what groups tell apart alone: their
 * ranges of time are the same or do not touch.
 */
export function shareScans<P extends { readonly request: WireListRequest }>(
  probes: readonly P[],
): P[][] {
  const batches: P[][] = [];
  const byTime = probes.toSorted(({ request: a }, { request: b }) => a.range.from - b.range.from);
  for (const probe of byTime) {
    const { from, to } = probe.request.range;
    const batch = batches.find((others) => {
      const last = others.at(-1)?.request.range;
      // Not the last one's end: a range whose end is before its start is asked for too.
      const end = Math.max(...others.map(({ request }) => request.range.to));
      return end < from || (last?.from === from && last.to === to);
    });
    if (batch === undefined) batches.push([probe]);
    else batch.push(probe);
  }
  return batches;
}

/** A row of groups: the values of {@link ProbeScan.keys}, and what else the statement selects. */
type GroupRow = readonly DuckDBValue[];

/** Probes that share a scan, and how they are told apart. */
export interface ProbeScan {
  readonly requests: readonly WireListRequest[];
  /** In which they differ. */
  readonly keys: readonly UpstreamKey[];
  /** Their ranges, each once. */
  readonly times: readonly Time[];
}

const asked = ({ criteria, singles }: WireListRequest, key: UpstreamKey) =>
  JSON.stringify([criteria[key], singles[key]]);

/** @param requests of one batch of {@link shareScans}, all with the same {@link ungroupedCriteria} */
export function createProbeScan(requests: readonly WireListRequest[]): ProbeScan {
  return {
    requests,
    keys: GROUPED.filter((key) => new Set(requests.map((one) => asked(one, key))).size > 1),
    times: [...new Map(requests.map(({ range }) => [`${range.from} ${range.to}`, range])).values()],
  };
}

function columnsOf({ keys }: ProbeScan): string[] {
  return keys.flatMap((key) => FILTERS[key].fields.map(wireName));
}

/** What all of the probes ask, but for the time. */
function commonSql({ requests, keys }: ProbeScan, bind: Bind): string[] {
  return requests
    .slice(0, 1)
    .flatMap((request) => [
      instanceSql(request, bind),
      ...criteriaSql(request, bind, (key) => !keys.includes(key)),
    ]);
}

/** Which of the ranges a call falls into; they do not touch. */
function timeRangeSql({ times }: ProbeScan, bind: Bind): string[] {
  if (times.length < 2) return [];
  const cases = times.map((time, index) => `WHEN ${timeSql(time, bind)} THEN ${index}`);
  return [`CASE ${cases.join(" ")} END AS TimeRange`];
}

/** A row a group: the keys' values, the range where there are several, how many, the latest start. */
export function probeCountsSql(scan: ProbeScan): SqlQuery {
  const { bind, params } = createBinder();
  const from = Math.min(...scan.times.map((time) => time.from));
  const to = Math.max(...scan.times.map((time) => time.to));
  const where = [...commonSql(scan, bind), timeSql({ from, to }, bind)].join(" AND ");
  const groups = [...columnsOf(scan), ...timeRangeSql(scan, bind)];
  const columns = [...groups, "count(*)", "max(StartTime)"].join(", ");
  return { text: `SELECT ${columns} FROM records WHERE ${where} GROUP BY ALL`, params };
}

/** A row a group: the keys' values, when, and the first ContactId of then. */
export function probeFirstsSql(scan: ProbeScan, starts: readonly number[]): SqlQuery {
  const { bind, params } = createBinder();
  const common = commonSql(scan, bind);
  // The range is there for DuckDB to skip row groups by, which it does not do for a list as well.
  const when = timeSql({ from: Math.min(...starts), to: Math.max(...starts) }, bind);
  const these = `StartTime IN (${[...new Set(starts)].map(bind).join(", ")})`;
  const where = [...common, when, these].join(" AND ");
  const columns = [...columnsOf(scan), "StartTime", "min(ContactId)"].join(", ");
  return { text: `SELECT ${columns} FROM records WHERE ${where} GROUP BY ALL`, params };
}

/** Whether the calls of a group are what the request asks, as far as the keys tell. */
function isAskedFor(row: GroupRow, request: WireListRequest, keys: readonly UpstreamKey[]) {
  return keys.every((key, index) =>
    [request.criteria[key], request.singles[key]].every((value) => {
      if (value === undefined) return true;
      const values = typeof value === "string" ? [value] : value;
      return row[index] !== null && values.includes(String(row[index]));
    }),
  );
}

export interface ProbeCount {
  readonly total: number;
  /** ms; undefined where there is none. */
  readonly latest: number | undefined;
}

/** @param rows of {@link probeCountsSql} */
export function readProbeCounts(scan: ProbeScan, rows: readonly GroupRow[]): ProbeCount[] {
  const { requests, keys, times } = scan;
  return requests.map((request) => {
    const range = times.findIndex(
      ({ from, to }) => from === request.range.from && to === request.range.to,
    );
    // Between the ranges it is null, which is no number.
    const isInRange = (row: GroupRow) => times.length < 2 || row[keys.length] === range;
    const own = rows.filter((row) => isInRange(row) && isAskedFor(row, request, keys));
    const total = own.reduce((sum, row) => sum + Number(row.at(-2)), 0);
    const latest = Math.max(...own.map((row) => Number(row.at(-1))));
    return { total, latest: total > 0 ? latest : undefined };
  });
}

/**
 * The ContactId that each probe shows: of those that began last, the first.
 *
 * @param rows of {@link probeFirstsSql}
 */
export function readProbeFirsts(
  { requests, keys }: ProbeScan,
  counts: readonly ProbeCount[],
  rows: readonly GroupRow[],
): (string | undefined)[] {
  return requests.map((request, index) => {
    const latest = counts[index]?.latest;
    const own = rows.filter(
      (row) => Number(row[keys.length]) === latest && isAskedFor(row, request, keys),
    );
    // As the database orders texts: by their bytes, not by UTF-16.
    const ids = own.map((row) => Buffer.from(String(row.at(-1)))).toSorted(Buffer.compare);
    return ids[0]?.toString();
  });
}
