import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CONTACT_DISPOSITIONS,
  CONTACT_TYPES,
  EARLY_MEDIA_STATES,
  SATISFACTION_SURVEY_CHANNELS,
  SORT_FIELDS,
  SORT_ORDERS,
} from "#contract/record/enums.ts";
import { startOfDay } from "#contract/time/time-range.ts";
import { oracleList } from "./list-oracle.kit.ts";
import { startTestUpstream, type TestUpstream } from "#upstream/upstream.kit.ts";
import type { CreateTestStore, TestRecord } from "#upstream/test-store.kit.ts";

// A world small enough that filters hit, with what is hard in it: values newer than the page, missing
// values, ties, and characters that mean something to SQL, to LIKE, to JSON and to lists.
const NOW = Date.UTC(2026, 5, 15, 10);
const TODAY = startOfDay(NOW, "Asia/Shanghai");
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
const INSTANCES = ["ccc-test", "ccc-other"];

type Params = Readonly<Record<string, string>>;

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 4 });
const joined = (values: readonly string[]) =>
  fc
    .array(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })
    .map((list) => list.join(","));
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

function requests(data: readonly TestRecord[]): fc.Arbitrary<Record<string, string>> {
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
    AgentId: fc.constantFrom(...AGENTS, "a", "ann@ccc-test,bob@ccc-test"),
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

const worlds = records.chain((data) =>
  fc.tuple(fc.constant(data), fc.array(requests(data), { minLength: 40, maxLength: 40 })),
);

/** Tests of `ListCallDetailRecords` over a store. */
export function testListCallDetailRecords(createStore: CreateTestStore): void {
  async function withUpstream(
    data: readonly TestRecord[],
    ask: (upstream: TestUpstream) => Promise<void>,
  ): Promise<void> {
    const store = await createStore(data, INSTANCES);
    const upstream = await startTestUpstream({ store, now: () => NOW });
    try {
      await ask(upstream);
    } finally {
      await upstream.close();
      await store.close();
    }
  }

  describe("against a naive reading of the provider's page", () => {
    test("any legal request over any data answers the same list and total", async () => {
      await fc.assert(
        fc.asyncProperty(worlds, ([data, asked]) =>
          withUpstream(data, async (upstream) => {
            for (const params of asked) {
              const { status, body } = await upstream.call(params);
              const expected = oracleList(data, params, NOW, TODAY);
              expect(status, JSON.stringify(body)).toBe(200);
              const ids = body.Data.List.map((record: { ContactId: string }) => record.ContactId);
              expect({ ids, total: body.Data.TotalCount }, JSON.stringify(params)).toEqual(
                expected,
              );
            }
          }),
        ),
        { numRuns: 15 },
      );
    }, 60_000);

    test("count probes asked all at once answer as each alone, whatever they share", async () => {
      const asProbe = ({ OrderByField: _field, SortOrder: _order, ...params }: Params): Params => ({
        ...params,
        PageNumber: "1",
        PageSize: "1",
      });
      // The same range, or buckets that follow each other, or whatever it was, beside one another.
      const range = fc.constantFrom<(index: number) => Params>(
        () => ({ StartTime: String(TODAY), EndTime: String(NOW) }),
        (index) => ({ StartTime: String(TODAY - 3 + index), EndTime: String(TODAY - 3 + index) }),
        () => ({}),
      );
      const ranges = fc.array(range, { minLength: 40, maxLength: 40 });
      await fc.assert(
        fc.asyncProperty(worlds, ranges, ([data, asked], times) =>
          withUpstream(data, async (upstream) => {
            const probes = asked.map((params, index) => ({
              ...asProbe(params),
              ...times[index]?.(index),
            }));
            const replies = await Promise.all(probes.map((params) => upstream.call(params)));
            for (const [index, { body }] of replies.entries()) {
              const expected = oracleList(data, probes[index] ?? {}, NOW, TODAY);
              const ids = body.Data.List.map((record: { ContactId: string }) => record.ContactId);
              expect({ ids, total: body.Data.TotalCount }, JSON.stringify(probes[index])).toEqual(
                expected,
              );
            }
          }),
        ),
        { numRuns: 30, endOnFailure: true },
      );
    }, 60_000);

    const wholeNumbers = ["0x10", "1.5", "1e2", "abc", "٣", "1 ", "--1"];
    const lists = ["x", "{}", "[null]", '[""]', "[[]]", '["', '"Success"'];
    const BAD: readonly (readonly [name: string, values: readonly string[], code: string])[] = [
      ["PageNumber", wholeNumbers, "Parameter.Format"],
      ["PageNumber", ["0", "-1"], "Parameter.Minimum"],
      ["PageNumber", ["101", "9999999999"], "Parameter.Maximum"],
      ["PageNumber", [""], "Parameter.Blank"],
      ["PageSize", wholeNumbers, "Parameter.Format"],
      ["PageSize", ["0", "-100"], "Parameter.Minimum"],
      ["PageSize", ["101"], "Parameter.Maximum"],
      ["PageSize", [""], "Parameter.Blank"],
      ["InstanceId", [""], "Parameter.Blank"],
      ["InstanceId", ["ccc-nowhere", "' OR '1'='1", "ccc-test\0"], "NotExists.InstanceId"],
      ["StartTime", [...wholeNumbers, "-1", "9".repeat(16), "9".repeat(40)], "Parameter.Format"],
      ["EndTime", [...wholeNumbers, "-1", "9".repeat(16), "9".repeat(40)], "Parameter.Format"],
      ["ContactType", ["inbound", "PRIVACY_DIAL", "x", "'"], "Parameter.Format"],
      ["ContactTypeList", [...lists, '["Inbound","x"]', "Inbound"], "Parameter.Format"],
      ["ContactDisposition", ["success", "x", "%"], "Parameter.Format"],
      ["ContactDispositionList", [...lists, '["x"]'], "Parameter.Format"],
      ["EarlyMediaStateList", [...lists, '["x"]'], "Parameter.Format"],
      [
        "SatisfactionList",
        ["x", "{}", "1,,2", "[null]", '["11"]', "01", "1;2"],
        "Parameter.Format",
      ],
      ["SatisfactionDescriptionList", lists, "Parameter.Format"],
      ["SatisfactionSurveyChannel", ["ivr", "x"], "Parameter.Format"],
      [
        "Criteria",
        [
          "x",
          "[]",
          "null",
          "{}",
          '{"phoneNumber":1}',
          '{"phoneNumber":"1","x":1}',
          '{"phone":"1"}',
        ],
        "Parameter.Format",
      ],
      ["OrderByField", ["StartTime", "waitTime", "startTime desc"], "Parameter.Format"],
      ["SortOrder", ["asc", "DESC; DROP TABLE records"], "Parameter.Format"],
    ];

    test("any illegal request is refused with its code, naming the parameter", async () => {
      await withUpstream([], async (upstream) => {
        const good = requests([]).map(({ ContactId: _id, ...params }) => params);
        const bad = fc.constantFrom(
          ...BAD.flatMap(([name, values, code]) => values.map((v) => [name, v, code] as const)),
        );
        await fc.assert(
          fc.asyncProperty(good, bad, async (params, [name, value, code]) => {
            const reply = await upstream.call({ ...params, [name]: value });
            expect(reply.body, JSON.stringify(reply.body)).toMatchObject({ Code: code });
            expect(reply.status).toBe(code === "NotExists.InstanceId" ? 404 : 400);
            expect(reply.body.Message).toContain(code === "NotExists.InstanceId" ? value : name);
          }),
          { numRuns: 300 },
        );
      });
    }, 60_000);
  });
}
