import { FILTERS, CRITERION_KEYS, type CriterionKey } from "#contract/filter/filters.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import type { SqlParam } from "#embedded/database/connection-pool.ts";
import type { WireListRequest } from "#upstream/record-store.ts";
import { dictionaryType } from "#embedded/database/schema.ts";

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

type Condition = (columns: readonly string[], values: readonly string[], bind: Bind) => string;

const any = (conditions: readonly string[]) =>
  conditions.length === 1 ? conditions.join("") : `(${conditions.join(" OR ")})`;

const isOneOfTexts: Condition = (columns, values, bind) =>
  any(columns.map((column) => `${column} IN (${values.map(bind).join(", ")})`));

const isOneOfNumbers: Condition = (columns, values, bind) =>
  any(
    columns.map(
      (column) => `${column} IN (${values.map((value) => bind(Number(value))).join(", ")})`,
    ),
  );

/** `contains` knows no wildcards: `%`, `_` and `\` mean themselves. */
const contains: Condition = (columns, values, bind) =>
  any(values.flatMap((value) => columns.map((column) => `contains(${column}, ${bind(value)})`)));

/**
 * One of the comma-joined elements. The cheap test comes first: only a text that contains the value
 * is worth splitting.
 */
const hasElement: Condition = (columns, values, bind) =>
  any(
    values.flatMap((value) =>
      columns.map((column) => {
        const param = bind(value);
        return `(contains(${column}, ${param}) AND list_contains(string_split(${column}, ','), ${param}))`;
      }),
    ),
  );

/** How each filter is asked of its columns. A filter that is missing here does not compile. */
const CONDITIONS = {
  contactDisposition: isOneOfTexts,
  contactType: isOneOfTexts,
  phoneNumber: contains,
  callingNumber: isOneOfTexts,
  calledNumber: isOneOfTexts,
  agentId: hasElement,
  skillGroupId: hasElement,
  satisfactionIndex: isOneOfNumbers,
  satisfactionDescription: isOneOfTexts,
  satisfactionSurveyChannel: isOneOfTexts,
  earlyMediaState: isOneOfTexts,
  contactId: isOneOfTexts,
} as const satisfies Record<CriterionKey, Condition>;

export function instanceSql({ instance }: WireListRequest, bind: Bind): string {
  return `InstanceId = ${bind(instance)}::${dictionaryType("instanceId")}`;
}

export function timeSql({ from, to }: WireListRequest["time"], bind: Bind): string {
  return `StartTime BETWEEN ${bind(from)} AND ${bind(to)}`;
}

/** @param isMeant which of the criteria; all unless said */
export function criteriaSql(
  { criteria, singles }: WireListRequest,
  bind: Bind,
  isMeant: (key: CriterionKey) => boolean = () => true,
): string[] {
  return CRITERION_KEYS.filter(isMeant).flatMap((key) => {
    const columns = FILTERS[key].fields.map(wireName);
    return [singles[key], criteria[key]].flatMap((value) => {
      if (value === undefined) return [];
      const values = typeof value === "string" ? [value] : value;
      return [CONDITIONS[key](columns, values, bind)];
    });
  });
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
    timeSql(request.time, bind),
    ...criteriaSql(request, bind),
  ];
  return { where: conditions.join(" AND "), params };
}
