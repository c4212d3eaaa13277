import fc from "fast-check";
import {
  CONTACT_DISPOSITIONS,
  CONTACT_TYPES,
  EARLY_MEDIA_STATES,
  SATISFACTION_SURVEY_CHANNELS,
  SORT_FIELDS,
  SORT_ORDERS,
} from "#contract/record/enums.ts";
import { startOfDay } from "#contract/time/calendar-days.ts";
import type { TestRecord } from "#upstream/store/test-store.kit.ts";

// For tests: worlds small enough that filters hit, with what is hard in them: values newer than the
// page, missing values, ties, and characters that mean something to SQL, to LIKE, to JSON, to lists.

/** ms: when every request is made. */
export const NOW = Date.UTC(2026, 5, 15, 10);
/** ms: the midnight before. */
export const TODAY = startOfDay(NOW, "Asia/Shanghai");
const TYPES = [...CONTACT_TYPES, "HoloCall"];
const DISPOSITIONS = [...CONTACT_DISPOSITIONS.slice(0, 5), "AbandonedInDream"];
const EARLY = [...EARLY_MEDIA_STATES.slice(0, 3), "Elsewhere"];
const CHANNELS = [...SATISFACTION_SURVEY_CHANNELS, "PIGEON"];
const DESCRIPTIONS = ["满意", "一般", "a,b", '"so so"', "it's", "100%"];
const NUMBERS = [
  "07355550100",
  "0735%",
  "07_5",
  "a\\b",
  "1540000****",
  "'; DROP TABLE records",
  "5",
];
const PARTS = ["0735", "%", "_", "\\", "****", "'", "5", "07355550100", "zzz"];
const AGENTS = ["ann@ccc-test", "bob@ccc-test", "ann", "n@ccc-test", "王%"];
const GROUPS = ["sales@ccc-test", "sales", "s_les@ccc-test"];
export const INSTANCES = ["ccc-test", "ccc-other"];

/** Of a request, as the wire has them. */
export type Params = Readonly<Record<string, string>>;

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 4 });
/** Blanks around items, empty items and the same item twice: of lists that people or programs wrote. */
const COMMAS = [",", ",", ", ", " ,\t", ",\u00a0", "\u3000,", ",,", ", ,"];
const joined = (values: readonly string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...values), fc.constantFrom(...COMMAS)), {
      minLength: 1,
      maxLength: 3,
    })
    .map((list) =>
      list
        .map((pair) => pair.join(""))
        .join("")
        .replace(/,$/, ""),
    );
const seconds = maybe(fc.integer({ min: 0, max: 4 }));
const startTime = fc.oneof(
  fc.integer({ min: TODAY - 3, max: TODAY + 3 }),
  fc.integer({ min: NOW - 3, max: NOW + 3 }),
);

const fields: fc.Arbitrary<TestRecord> = fc.record({
  instanceId: fc.constantFrom("ccc-test", "ccc-test", "ccc-test", "ccc-other"),
  startTime,
  contactType: maybe(fc.constantFrom(...TYPES)),
  contactDisposition: maybe(fc.constantFrom(...DISPOSITIONS)),
  earlyMediaState: maybe(fc.constantFrom(...EARLY)),
  satisfactionSurveyChannel: maybe(fc.constantFrom(...CHANNELS)),
  satisfactionIndex: maybe(fc.constantFrom(0, 1, 2, 12)),
  satisfactionDescription: maybe(fc.constantFrom(...DESCRIPTIONS)),
  callingNumber: maybe(fc.constantFrom(...NUMBERS)),
  calledNumber: maybe(fc.constantFrom(...NUMBERS)),
  agentIds: maybe(joined(AGENTS)),
  skillGroupIds: maybe(joined(GROUPS)),
  callDuration: seconds,
  talkTime: seconds,
  ringTime: seconds,
  dialingTime: seconds,
  ivrTime: seconds,
  queueTime: seconds,
});

const records = fc
  .array(fields, { maxLength: 60, size: "max" })
  .map((list) =>
    list.map((record, index) => ({ ...record, contactId: `job-${(index * 7919) % 101}-话` })),
  );

/** Of a choice what may be asked of this data: the documented, and what is there. */
const legal = (documented: readonly string[], values: readonly (string | undefined)[]) =>
  fc.constantFrom(...documented, ...values.filter((value) => value !== undefined));
const jsonList = (values: fc.Arbitrary<string>) =>
  fc.array(values, { maxLength: 3 }).map((list) => JSON.stringify(list));

/** Legal requests, of the data and beside it. */
export function requests(data: readonly TestRecord[]): fc.Arbitrary<Record<string, string>> {
  const types = legal(
    CONTACT_TYPES,
    data.map((r) => r.contactType),
  );
  const dispositions = legal(
    CONTACT_DISPOSITIONS,
    data.map((r) => r.contactDisposition),
  );
  const early = legal(
    EARLY_MEDIA_STATES,
    data.map((r) => r.earlyMediaState),
  );
  const channels = legal(
    SATISFACTION_SURVEY_CHANNELS,
    data.map((r) => r.satisfactionSurveyChannel),
  );
  const indexes = legal(
    ["0", "1", "2", "9"],
    data.map((r) => r.satisfactionIndex?.toString()),
  );
  const instant = startTime.map(String);
  const filters: Record<string, fc.Arbitrary<string>> = {
    ContactType: types,
    ContactTypeList: jsonList(types),
    ContactDisposition: dispositions,
    ContactDispositionList: jsonList(dispositions),
    EarlyMediaStateList: jsonList(early),
    SatisfactionList: fc.oneof(
      jsonList(indexes),
      fc.array(indexes, { minLength: 1, maxLength: 3 }).map((list) => list.join(",")),
      fc.array(indexes, { maxLength: 3 }).map((list) => JSON.stringify(list.map(Number))),
    ),
    SatisfactionDescriptionList: jsonList(fc.constantFrom(...DESCRIPTIONS, "无")),
    SatisfactionSurveyChannel: channels,
    AgentId: fc.constantFrom(...AGENTS, "a", "ann@ccc-test,bob@ccc-test", " ann", "ann\t"),
    SkillGroupId: fc.constantFrom(...GROUPS, "%"),
    CallingNumber: fc.constantFrom(...NUMBERS, "073"),
    CalledNumber: fc.constantFrom(...NUMBERS),
    Criteria: fc.constantFrom(...PARTS, "").map((phoneNumber) => JSON.stringify({ phoneNumber })),
  };
  // A few filters at a time: a request with all of them finds nothing.
  const few = fc
    .subarray(Object.keys(filters), { maxLength: 2 })
    .chain((names) =>
      fc.record(
        Object.fromEntries(names.map((name) => [name, filters[name] ?? fc.constant("")] as const)),
      ),
    );
  const rarely = <T>(value: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
  return fc
    .record({
      required: fc.record({
        InstanceId: fc.constantFrom("ccc-test", "ccc-test", "ccc-test", "ccc-other"),
        PageNumber: fc.constantFrom("1", "1", "1", "2", "3", "100"),
        PageSize: fc.constantFrom("1", "3", "10", "100", "100"),
      }),
      from: fc.constantFrom({}, { StartTime: "0" }, { StartTime: "0" }, { StartTime: "0" }),
      time: fc.record({ StartTime: instant, EndTime: instant }, { requiredKeys: [] }),
      hasTime: fc.boolean(),
      sort: fc.record(
        {
          OrderByField: fc.constantFrom(...SORT_FIELDS),
          SortOrder: fc.constantFrom(...SORT_ORDERS),
        },
        { requiredKeys: [] },
      ),
      few,
      single: rarely(fc.record({ ContactType: types, ContactTypeList: jsonList(types) })),
      empty: rarely(fc.constantFrom(...Object.keys(filters), "StartTime", "SortOrder")),
      contactId: rarely(fc.constantFrom("job-0-话", "job-7-话", "nobody")),
    })
    .map(({ required, from, time, hasTime, sort, few: some, single, empty, contactId }) => ({
      ...from,
      ...(hasTime ? time : {}),
      ...sort,
      ...some,
      ...single,
      ...(empty === undefined ? {} : { [empty]: "" }),
      ...(contactId === undefined ? {} : { ContactId: contactId }),
      ...required,
    }));
}

/** Some records, and forty requests of them. */
export const worlds = records.chain((data) =>
  fc.tuple(fc.constant(data), fc.array(requests(data), { minLength: 40, maxLength: 40 })),
);
