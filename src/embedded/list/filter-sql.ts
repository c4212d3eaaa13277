import { FILTERS, UPSTREAM_KEYS, type UpstreamKey } from "#contract/filter/filters.ts";
import { RECORD_FIELDS } from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { splitListSql } from "#embedded/database/comma-list-sql.ts";
import type { SqlParam } from "#embedded/database/connection-pool.ts";
import { dictionaryType } from "#embedded/database/schema.ts";
import type { WireListRequest } from "#upstream/store/record-store.ts";

/** Takes a value and gives the `$n` that stands for it: the same for the same value. */
export type Bind = (value: SqlParam) => string;

/** The values of a statement that is being written. */
export interface Binder {
  readonly bind: Bind;
  /** In the order of `$1`, `$2`, … */
  readonly params: readonly SqlParam[];
}

export function createBinder(): Binder {
  const params: SqlParam[] = [];
  const marks = new Map<SqlParam, string>();
  return {
    params,
    bind(value) {
      const mark = marks.get(value) ?? `$${params.push(value)}`;
      marks.set(value, mark);
      return mark;
    },
  };
}

const any = (conditions: readonly string[]) =>
  conditions.length === 1 ? conditions.join("") : `(${conditions.join(" OR ")})`;

type Condition = (column: string, values: readonly string[], bind: Bind) => string;

const isOneOfTexts: Condition = (column, values, bind) =>
  `${column} IN (${values.map(bind).join(", ")})`;

const isOneOfNumbers: Condition = (column, values, bind) =>
  `${column} IN (${values.map((value) => bind(Number(value))).join(", ")})`;

/** `contains` knows no wildcards: `%`, `_` and `\` mean themselves. */
const contains: Condition = (column, values, bind) =>
  any(values.map((value) => `contains(${column}, ${bind(value)})`));

/**
 * One of the items of a comma-joined list. The cheap test comes first: only a text that contains the
 * value is worth splitting.
 */
const hasItem: Condition = (column, values, bind) =>
  any(
    values.map((value) => {
      const param = bind(value);
      return `(contains(${column}, ${param}) AND list_contains(${splitListSql(column)}, ${param}))`;
    }),
  );

type FilteredKind = (typeof RECORD_FIELDS)[(typeof FILTERS)[UpstreamKey]["fields"][number]];

/** How a column is asked for values, by its field's kind. A kind that is missing does not compile. */
const EQUALS = {
  text: isOneOfTexts,
  phone: isOneOfTexts,
  enum: isOneOfTexts,
  list: hasItem,
  integer: isOneOfNumbers,
} as const satisfies Record<FilteredKind, Condition>;

/** How a column of this kind is asked, by the row's declared match. */
const CONDITIONS = {
  equals: (kind) => EQUALS[kind],
  contains: () => contains,
} as const satisfies Record<
  (typeof FILTERS)[UpstreamKey]["match"],
  (kind: FilteredKind) => Condition
>;

function criterionSql(key: UpstreamKey, values: readonly string[], bind: Bind): string {
  const { fields, match } = FILTERS[key];
  const conditionOf = CONDITIONS[match];
  return any(
    fields.map((field) => conditionOf(RECORD_FIELDS[field])(wireName(field), values, bind)),
  );
}

export function instanceSql({ instance }: WireListRequest, bind: Bind): string {
  return `InstanceId = ${bind(instance)}::${dictionaryType("instanceId")}`;
}

export function timeSql({ from, to }: WireListRequest["range"], bind: Bind): string {
  return `StartTime BETWEEN ${bind(from)} AND ${bind(to)}`;
}

/** @param isMeant which of the criteria; all unless said */
export function criteriaSql(
  { criteria, singles }: WireListRequest,
  bind: Bind,
  isMeant: (key: UpstreamKey) => boolean = () => true,
): string[] {
  return UPSTREAM_KEYS.filter(isMeant).flatMap((key) =>
    [singles[key], criteria[key]].flatMap((value) => {
      if (value === undefined) return [];
      const values = typeof value === "string" ? [value] : value;
      return [criterionSql(key, values, bind)];
    }),
  );
}

/** Part of a statement with the values of its `$1`, `$2`, … */
export interface SqlFilter {
  readonly where: string;
  readonly params: readonly SqlParam[];
}

/** The condition that a record meets exactly if it belongs to what is asked. */
export function filterSql(request: WireListRequest): SqlFilter {
  const { bind, params } = createBinder();
  const conditions = [
    instanceSql(request, bind),
    timeSql(request.range, bind),
    ...criteriaSql(request, bind),
  ];
  return { where: conditions.join(" AND "), params };
}
