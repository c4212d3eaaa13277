import { UPSTREAM_KEYS, FILTERS, type UpstreamKey } from "#contract/filter/filters.ts";
import { splitList } from "#contract/record/comma-list.ts";
import { wireName, type WireRecord } from "#contract/upstream/wire-record.ts";
import type { ChoiceKey, Person, PeopleRequest, WireListRequest } from "./record-store.ts";
import type { CreateTestStore, TestRecord } from "./test-store.kit.ts";

/** As the database orders texts. */
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

function textsOf(record: TestRecord, key: UpstreamKey): string[] {
  return FILTERS[key].fields.flatMap((field) => record[field]?.toString() ?? []);
}

function meets(record: TestRecord, key: UpstreamKey, asked: string | readonly string[]): boolean {
  const texts = textsOf(record, key);
  const values = [asked].flat();
  if (FILTERS[key].match === "contains")
    return texts.some((text) => values.some((value) => text.includes(value)));
  const items = FILTERS[key].kind === "person" ? texts.flatMap(splitList) : texts;
  return items.some((item) => values.includes(item));
}

function isAskedFor(record: TestRecord, request: WireListRequest): boolean {
  const { instance, range, criteria, singles } = request;
  const { instanceId, startTime = Number.NaN } = record;
  if (instanceId !== instance || !(startTime >= range.from && startTime <= range.to)) return false;
  return UPSTREAM_KEYS.every((key) =>
    [criteria[key], singles[key]].every(
      (asked) => asked === undefined || meets(record, key, asked),
    ),
  );
}

function compareBy({ field, order }: WireListRequest["sort"]) {
  const sign = order === "ASC" ? 1 : -1;
  return (a: TestRecord, b: TestRecord): number => {
    const [left, right] = [a[field], b[field]];
    if (left === right) return byBytes(a.contactId ?? "", b.contactId ?? "");
    return left === undefined ? 1 : right === undefined ? -1 : sign * (left - right);
  };
}

/** No field that is absent, CallDuration as text. */
function wireRecord(record: TestRecord): WireRecord {
  const fields = Object.entries(record).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    fields.map(([field, value]) => [
      wireName(field),
      field === "callDuration" ? String(value) : value,
    ]),
  );
}

/** By the name in the latest call; where one list has more items, no name is anybody's. */
function peopleOf(records: readonly TestRecord[], { instance, kind }: PeopleRequest): Person[] {
  const names = new Map<string, string>();
  const [idField, nameField] =
    kind === "agents"
      ? (["agentIds", "agentNames"] as const)
      : (["skillGroupIds", "skillGroupNames"] as const);
  for (const record of records.toSorted(compareBy({ field: "startTime", order: "ASC" }))) {
    if (record.instanceId !== instance) continue;
    const ids = splitList(record[idField] ?? "");
    const joined = record[nameField] ?? "";
    const told = ids.length === 1 ? [joined.trim()] : splitList(joined);
    for (const [index, id] of ids.entries())
      names.set(id, (told.length === ids.length && told[index]) || (names.get(id) ?? id));
  }
  return [...names].map(([id, name]) => ({ id, name })).toSorted((a, b) => byBytes(a.id, b.id));
}

function choicesOf(records: readonly TestRecord[], key: ChoiceKey): ReadonlySet<string> {
  return new Set([...FILTERS[key].options, ...records.flatMap((record) => textsOf(record, key))]);
}

function pageOf<T>(items: readonly T[], { page, pageSize }: { page: number; pageSize: number }) {
  return items.slice((page - 1) * pageSize, page * pageSize);
}

/** For tests: a store over an array, the least that the operations can be tested with. */
export const createArrayStore: CreateTestStore = async (records, instanceIds = ["ccc-test"]) => ({
  isSample: false,
  instances: instanceIds.map((id) => ({ id, name: `Name of ${id}` })),
  choices: {
    contactType: choicesOf(records, "contactType"),
    contactDisposition: choicesOf(records, "contactDisposition"),
    earlyMediaState: choicesOf(records, "earlyMediaState"),
    satisfactionSurveyChannel: choicesOf(records, "satisfactionSurveyChannel"),
    satisfactionIndex: choicesOf(records, "satisfactionIndex"),
  },
  async list(request) {
    const matching = records.filter((record) => isAskedFor(record, request));
    const sorted = matching.toSorted(compareBy(request.sort));
    return {
      records: pageOf(sorted, request).map(wireRecord),
      total: request.page === 1 ? matching.length : 0,
    };
  },
  async find(instance, contactId) {
    const found = records.find((one) => one.contactId === contactId && one.instanceId === instance);
    return found === undefined ? undefined : wireRecord(found);
  },
  async people(request) {
    const pattern = request.pattern?.toLowerCase() ?? "";
    const people = peopleOf(records, request).filter(({ id, name }) =>
      [id, name].some((text) => text.toLowerCase().includes(pattern)),
    );
    return { people: pageOf(people, request), total: people.length };
  },
  close: () => Promise.resolve(),
});
