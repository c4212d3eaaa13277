import { FILTERS, CRITERION_KEYS, type CriterionKey } from "#contract/filters.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import type { SqlParam } from "./connection-pool.ts";
import type { WireListRequest } from "./list-request.ts";
import { dictionaryType } from "./schema.ts";

/** Takes a value and gives the `$n` that stands for it. */
type Bind = (value: SqlParam) => string;
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

/** Part of a statement with the values of its `$1`, `$2`, … */
export interface SqlFilter {
  readonly where: string;
  readonly params: readonly SqlParam[];
}

/** The condition that a record meets exactly if it belongs to what is asked. */
export function filterSql({ instance, time, criteria, singles }: WireListRequest): SqlFilter {
  const params: SqlParam[] = [];
  const bind: Bind = (value) => `$${params.push(value)}`;
  const conditions = [
    `InstanceId = ${bind(instance)}::${dictionaryType("instanceId")}`,
    `StartTime BETWEEN ${bind(time.from)} AND ${bind(time.to)}`,
  ];
  for (const key of CRITERION_KEYS) {
    const columns = FILTERS[key].fields.map(wireName);
    for (const value of [singles[key], criteria[key]]) {
      if (value === undefined) continue;
      const values = typeof value === "string" ? [value] : value;
      conditions.push(CONDITIONS[key](columns, values, bind));
    }
  }
  return { where: conditions.join(" AND "), params };
}
