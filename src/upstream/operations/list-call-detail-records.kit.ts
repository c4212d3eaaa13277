import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CreateTestStore, TestRecord } from "#upstream/store/test-store.kit.ts";
import { startTestUpstream, type TestUpstream } from "#upstream/upstream.kit.ts";
import { oracleList } from "./list-oracle.kit.ts";
import { INSTANCES, NOW, requests, TODAY, worlds, type Params } from "./list-worlds.kit.ts";

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

  test("a record comes as the wire has it, without what is absent", async () => {
    const record = {
      contactId: "job-1",
      instanceId: "ccc-test",
      contactType: "HoloCall",
      startTime: NOW,
      callDuration: 30,
      talkTime: 0,
      queueTime: undefined,
      callingNumber: "0735****",
      agentIds: "ann@ccc-test,bob@ccc-test",
      recordingReady: false,
    };
    await withUpstream([record], async (upstream) => {
      const { body } = await upstream.call({
        InstanceId: "ccc-test",
        PageNumber: "1",
        PageSize: "10",
      });
      expect(body.Data).toEqual({
        PageNumber: 1,
        PageSize: 10,
        TotalCount: 1,
        List: [
          {
            ContactId: "job-1",
            InstanceId: "ccc-test",
            ContactType: "HoloCall",
            StartTime: NOW,
            CallDuration: "30",
            TalkTime: 0,
            CallingNumber: "0735****",
            AgentIds: "ann@ccc-test,bob@ccc-test",
            RecordingReady: false,
          },
        ],
      });
    });
  });

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
