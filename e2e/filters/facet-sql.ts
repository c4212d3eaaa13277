import { FILTERS, type Criteria, type FacetKey } from "#contract/filter/filters.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import type { CallDatabase } from "../kit/call-database.ts";

export interface CountedCalls {
  readonly instance: string;
  readonly range: AbsoluteRange;
  readonly criteria: Criteria;
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const listed = (values: readonly string[]) => values.map(quoted).join(", ");

function between(column: string, range: string): string {
  const [from = "", to = ""] = range.split("..");
  return [from === "" ? [] : `${column} >= ${from}`, to === "" ? [] : `${column} <= ${to}`]
    .flat()
    .join(" AND ");
}

/** Criteria as the provider's page tells what they mean, written apart from the upstream's own SQL. */
const CONDITIONS: { readonly [F in keyof Criteria]-?: (value: never) => string } = {
  contactDisposition: (values: readonly string[]) =>
    `ContactDisposition::VARCHAR IN (${listed(values)})`,
  contactType: (values: readonly string[]) => `ContactType::VARCHAR IN (${listed(values)})`,
  phoneNumber: (part: string) =>
    `(CallingNumber LIKE '%${part}%' OR CalledNumber LIKE '%${part}%')`,
  callingNumber: (number: string) => `CallingNumber = ${quoted(number)}`,
  calledNumber: (number: string) => `CalledNumber = ${quoted(number)}`,
  queueTime: (range: string) => between("QueueTime", range),
  ringTime: (range: string) => between("RingTime", range),
  talkTime: (range: string) => between("TalkTime", range),
  callDuration: (range: string) => between("CallDuration", range),
  ivrTime: (range: string) => between("IvrTime", range),
  dialingTime: (range: string) => between("DialingTime", range),
  agentId: (id: string) => `list_contains(string_split(AgentIds, ','), ${quoted(id)})`,
  skillGroupId: (id: string) => `list_contains(string_split(SkillGroupIds, ','), ${quoted(id)})`,
  satisfactionIndex: (values: readonly string[]) =>
    `SatisfactionIndex::VARCHAR IN (${listed(values)})`,
  satisfactionDescription: (values: readonly string[]) =>
    `SatisfactionDescription IN (${listed(values)})`,
  satisfactionSurveyChannel: (value: string) =>
    `SatisfactionSurveyChannel::VARCHAR = ${quoted(value)}`,
  earlyMediaState: (values: readonly string[]) => `EarlyMediaState::VARCHAR IN (${listed(values)})`,
  contactId: (id: string) => `ContactId = ${quoted(id)}`,
};

function where({ instance, range, criteria }: CountedCalls, without?: FacetKey): string {
  const conditions = Object.entries(criteria)
    .filter(([key]) => key !== without)
    // Key and value belong together.
    .map(([key, value]) => CONDITIONS[key as keyof Criteria](value as never));
  return [
    `InstanceId::VARCHAR = ${quoted(instance)}`,
    `StartTime BETWEEN ${range.from} AND ${range.to}`,
    ...conditions,
  ].join(" AND ");
}

const COLUMNS = {
  contactDisposition: "ContactDisposition",
  contactType: "ContactType",
  agentId: "AgentIds",
  skillGroupId: "SkillGroupIds",
  satisfactionIndex: "SatisfactionIndex",
  satisfactionDescription: "SatisfactionDescription",
  satisfactionSurveyChannel: "SatisfactionSurveyChannel",
  earlyMediaState: "EarlyMediaState",
} as const satisfies Record<FacetKey, string>;

/** How many calls there are of each value of a facet, its own criterion left out, straight from the table. */
export async function countsBySql(
  database: CallDatabase,
  calls: CountedCalls,
  facet: FacetKey,
): Promise<{
  total: number;
  counts: ReadonlyMap<string, number>;
  surveys: ReadonlyMap<string, number>;
}> {
  const column = COLUMNS[facet];
  const isPeople = FILTERS[facet].kind === "person";
  const value = isPeople
    ? `unnest(list_distinct(string_split(${column}, ',')))`
    : `${column}::VARCHAR`;
  const condition = where(calls, facet);
  const grouped = await database.sql(
    `SELECT value, count(*) FROM (SELECT ${value} AS value FROM records WHERE ${condition})
     WHERE value IS NOT NULL GROUP BY value`,
  );
  const [[total, answered, offered] = []] = await database.sql(
    `SELECT count(*), count(SatisfactionIndex), count(*) FILTER (SatisfactionSurveyOffered)
     FROM records WHERE ${condition}`,
  );
  return {
    total: Number(total),
    counts: new Map(grouped.map(([name, count]) => [String(name), Number(count)])),
    surveys: new Map([
      ["已评价", Number(answered)],
      ["未评价", Number(offered) - Number(answered)],
      ["未邀请", Number(total) - Number(offered)],
    ]),
  };
}
