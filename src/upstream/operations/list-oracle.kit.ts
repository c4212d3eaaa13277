import type { TestRecord } from "#upstream/store/test-store.kit.ts";

/**
 * For tests: `ListCallDetailRecords` once more, written straight from the provider's page and
 * knowing nothing of any store: filter an array, sort it, slice it.
 */

type Params = Readonly<Record<string, string>>;

const SORTED_BY = {
  startTime: "startTime",
  callDuration: "callDuration",
  talkTime: "talkTime",
  ringTime: "ringTime",
  dialingTime: "dialingTime",
  ivrTime: "ivrTime",
  queueTime: "queueTime",
} as const satisfies Record<string, keyof TestRecord>;

function listOf(text: string): unknown[] {
  return text.startsWith("[") ? (JSON.parse(text) as unknown[]).map(String) : text.split(",");
}

/** "Separated by commas", with whatever blanks people and programs put around them. */
const itemsOf = (joined: string) => joined.split(",").map((item) => item.trim());

function holds(record: TestRecord, params: Params, now: number, todayStart: number): boolean {
  const given = (name: string) => params[name] ?? "";
  const inList = (name: string, value: string | number | undefined) => {
    const list = given(name) === "" ? [] : listOf(given(name));
    return list.length === 0 || (value !== undefined && list.includes(String(value)));
  };
  const equals = (name: string, value: string | undefined) =>
    given(name) === "" || value === given(name);
  const among = (name: string, joined: string | undefined) =>
    given(name) === "" || itemsOf(joined ?? "").includes(given(name));
  if (record.instanceId !== given("InstanceId")) return false;
  if (given("ContactId") !== "") return record.contactId === given("ContactId");
  const from = given("StartTime") === "" ? todayStart : Number(given("StartTime"));
  const to = given("EndTime") === "" ? now : Number(given("EndTime"));
  const part: string = given("Criteria") === "" ? "" : JSON.parse(given("Criteria")).phoneNumber;
  return (
    (record.startTime ?? 0) >= from &&
    (record.startTime ?? 0) <= to &&
    equals("ContactType", record.contactType) &&
    inList("ContactTypeList", record.contactType) &&
    equals("ContactDisposition", record.contactDisposition) &&
    inList("ContactDispositionList", record.contactDisposition) &&
    inList("EarlyMediaStateList", record.earlyMediaState) &&
    inList("SatisfactionList", record.satisfactionIndex) &&
    inList("SatisfactionDescriptionList", record.satisfactionDescription) &&
    equals("SatisfactionSurveyChannel", record.satisfactionSurveyChannel) &&
    equals("CallingNumber", record.callingNumber) &&
    equals("CalledNumber", record.calledNumber) &&
    among("AgentId", record.agentIds) &&
    among("SkillGroupId", record.skillGroupIds) &&
    (part === "" ||
      [record.callingNumber, record.calledNumber].some((number) => number?.includes(part)))
  );
}

export function oracleList(
  records: readonly TestRecord[],
  params: Params,
  now: number,
  todayStart: number,
): { ids: (string | undefined)[]; total: number } {
  const field = SORTED_BY[(params["OrderByField"] || "startTime") as keyof typeof SORTED_BY];
  const sign = (params["SortOrder"] || "DESC") === "ASC" ? 1 : -1;
  const byId = (a: TestRecord, b: TestRecord) =>
    Buffer.compare(Buffer.from(a.contactId ?? ""), Buffer.from(b.contactId ?? ""));
  const matching = records
    .filter((record) => holds(record, params, now, todayStart))
    .toSorted((a, b) => {
      const [left, right] = [a[field], b[field]];
      if (left === right) return byId(a, b);
      if (left === undefined) return 1;
      if (right === undefined) return -1;
      return sign * (left - right);
    });
  const page = Number(params["PageNumber"]);
  const size = Number(params["PageSize"]);
  return {
    ids: matching.slice((page - 1) * size, page * size).map(({ contactId }) => contactId),
    total: page === 1 ? matching.length : 0,
  };
}
