import { FILTERS, type CriterionKey } from "#contract/filters.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import type { SqlQuery } from "#embedded/database/connection-pool.ts";
import {
  createBinder,
  criteriaSql,
  instanceSql,
  timeSql,
  type Bind,
  type SqlCriterion,
} from "./filter-sql.ts";
import type { WireListRequest } from "./list-request.ts";

/**
 * The criteria of few different values. Where probes differ in nothing else, one scan that groups by
 * these columns counts for all: facets ask for value after value of the same filter.
 */
const GROUPED: readonly CriterionKey[] = [
  "contactDisposition",
  "contactType",
  "earlyMediaState",
  "satisfactionIndex",
  "satisfactionDescription",
  "satisfactionSurveyChannel",
];

type Time = WireListRequest["time"];

interface Split {
  /** What all probes ask. */
  readonly common: readonly string[];
  /** What each asks beside it. */
  readonly own: readonly (readonly SqlCriterion[])[];
}

/** The criteria of some probes. The same criterion is the same text: see {@link Bind}. */
function split(requests: readonly WireListRequest[], bind: Bind): Split {
  const all = requests.map((request) => criteriaSql(request, bind));
  const common = new Set(all[0]?.map(({ text }) => text));
  for (const criteria of all) {
    const texts = new Set(criteria.map(({ text }) => text));
    for (const text of common) if (!texts.has(text)) common.delete(text);
  }
  return {
    common: [...common],
    own: all.map((criteria) => criteria.filter(({ text }) => !common.has(text))),
  };
}

function distinctTimes(requests: readonly WireListRequest[]): Time[] {
  return [...new Map(requests.map(({ time }) => [`${time.from} ${time.to}`, time])).values()];
}

function envelope(times: readonly Time[]): Time {
  return {
    from: Math.min(...times.map(({ from }) => from)),
    to: Math.max(...times.map(({ to }) => to)),
  };
}

/** What of a request cannot be told apart by groups, as one text. */
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
  const byTime = probes.toSorted(({ request: a }, { request: b }) => a.time.from - b.time.from);
  for (const probe of byTime) {
    const { from, to } = probe.request.time;
    const batch = batches.find((others) => {
      const last = others.at(-1)?.request.time;
      return last !== undefined && (last.to < from || (last.from === from && last.to === to));
    });
    if (batch === undefined) batches.push([probe]);
    else batch.push(probe);
  }
  return batches;
}

const filter = (conditions: readonly string[]) =>
  conditions.length > 0 ? ` FILTER (WHERE ${conditions.join(" AND ")})` : "";

/**
 * One row, with two columns for each probe: how many records it finds, and the latest start among
 * them.
 */
export function probeCountsSql(requests: readonly WireListRequest[]): SqlQuery {
  const { bind, params } = createBinder();
  const { common, own } = split(requests, bind);
  const times = distinctTimes(requests);
  const isTimed = times.length > 1;
  const cases = (isTimed ? times : []).map(
    (time, index) => `WHEN ${timeSql(time, bind)} THEN ${index}`,
  );
  const columns = [
    ...new Set(own.flatMap((criteria) => criteria.flatMap(({ key }) => FILTERS[key].fields))),
  ].map((field) => wireName(field));
  const where = [
    ...requests.slice(0, 1).map((request) => instanceSql(request, bind)),
    timeSql(envelope(times), bind),
    ...common,
  ];
  const answers = requests.map(({ time }, index) => {
    const range = times.findIndex(({ from, to }) => from === time.from && to === time.to);
    const conditions = filter([
      ...(own[index] ?? []).map(({ text }) => text),
      ...(isTimed ? [`TimeRange = ${range}`] : []),
    ]);
    return `coalesce(sum(Calls)${conditions}, 0), max(Latest)${conditions}`;
  });
  const from = `FROM records WHERE ${where.join(" AND ")}`;
  if (columns.length === 0 && !isTimed) {
    const same = requests.map(() => "count(*), max(StartTime)").join(", ");
    return { text: `SELECT ${same} ${from}`, params };
  }
  const groups = [
    ...columns,
    ...(isTimed ? [`CASE ${cases.join(" ")} END AS TimeRange`] : []),
    "count(*) AS Calls",
    "max(StartTime) AS Latest",
  ];
  return {
    text: `WITH groups AS (SELECT ${groups.join(", ")} ${from} GROUP BY ALL) SELECT ${answers.join(", ")} FROM groups`,
    params,
  };
}

/** One row: for each probe the first ContactId among its records of the latest start. */
export function probeFirstsSql(
  requests: readonly WireListRequest[],
  latest: readonly number[],
): SqlQuery {
  const { bind, params } = createBinder();
  const { common, own } = split(requests, bind);
  const firsts = requests.map((_request, index) => {
    const starts = `StartTime = ${bind(latest[index] ?? 0)}`;
    return `min(ContactId)${filter([...(own[index] ?? []).map(({ text }) => text), starts])}`;
  });
  const where = [
    ...requests.slice(0, 1).map((request) => instanceSql(request, bind)),
    `StartTime IN (${[...new Set(latest)].map(bind).join(", ")})`,
    ...common,
  ];
  return { text: `SELECT ${firsts.join(", ")} FROM records WHERE ${where.join(" AND ")}`, params };
}
