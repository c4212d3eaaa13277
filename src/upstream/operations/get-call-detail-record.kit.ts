import { afterAll, beforeAll, expect, test } from "vitest";
import { readWireRecord } from "#contract/upstream/wire-record.ts";
import type { RecordStore } from "#upstream/store/record-store.ts";
import type { CreateTestStore } from "#upstream/store/test-store.kit.ts";
import { startTestUpstream, type TestUpstream } from "#upstream/upstream.kit.ts";

const START = 1_800_000_000_000;

/** Tests of `GetCallDetailRecord` over a store. */
export function testGetCallDetailRecord(createStore: CreateTestStore): void {
  let store: RecordStore;
  let upstream: TestUpstream;
  beforeAll(async () => {
    store = await createStore(
      [
        {
          contactId: "job-1",
          instanceId: "ccc-test",
          contactType: "PrivacyDial",
          contactDisposition: "Success",
          startTime: START,
          establishedTime: START + 5000,
          releaseTime: START + 35_000,
          callDuration: 30,
          dialingTime: 2,
          ringTime: 3,
          talkTime: 30,
          satisfactionIndex: 1,
          calledNumber: "15400000001",
          agentIds: "ann@ccc-test",
          agentNames: "Ann",
          skillGroupIds: "sales@ccc-test",
        },
        {
          contactId: "job-bare",
          instanceId: "ccc-test",
          startTime: START,
          contactType: "HoloCall",
        },
      ],
      ["ccc-test", "ccc-other"],
    );
    upstream = await startTestUpstream({ store });
  });
  afterAll(async () => {
    await upstream.close();
    await store.close();
  });

  const ask = (params: Readonly<Record<string, string>>) =>
    upstream.call({ InstanceId: "ccc-test", ContactId: "job-1", ...params }, "GetCallDetailRecord");

  test("a call comes with its fields, as this operation spells them, and its events", async () => {
    const { status, body } = await ask({});
    expect(status).toBe(200);
    expect(body.Data).toEqual({
      ContactId: "job-1",
      InstanceId: "ccc-test",
      ContactType: "PRIVACY_DIAL",
      ContactDisposition: "Success",
      StartTime: START,
      EstablishedTime: START + 5000,
      ReleaseTime: START + 35_000,
      CallDuration: 30,
      DialingTime: 2,
      RingTime: 3,
      TalkTime: 30,
      SatisfactionIndex: 1,
      Satisfaction: 1,
      CalledNumber: "15400000001",
      AgentIds: "ann@ccc-test",
      AgentNames: "Ann",
      SkillGroupIds: "sales@ccc-test",
      AgentEvents: [
        {
          AgentId: "ann@ccc-test",
          AgentName: "Ann",
          SkillGroupId: "sales@ccc-test",
          EventSequence: [
            { Event: "Dialing", EventTime: START, Duration: 2 },
            { Event: "Established", EventTime: START + 5000, Duration: 30 },
            { Event: "Released", EventTime: START + 35_000 },
          ],
        },
      ],
      CustomerEvents: [
        {
          CustomerId: "15400000001",
          EventSequence: [
            { Event: "Ringing", EventTime: START + 2000 },
            { Event: "Established", EventTime: START + 5000 },
            { Event: "Released", EventTime: START + 35_000 },
          ],
        },
      ],
      IvrEvents: [],
      QueueEvents: [],
    });
  });

  test("it is the same record as the list's", async () => {
    const list = await upstream.call({
      InstanceId: "ccc-test",
      PageNumber: "1",
      PageSize: "1",
      ContactId: "job-1",
    });
    const { body } = await ask({});
    expect(readWireRecord(body.Data)).toEqual(readWireRecord(list.body.Data.List[0]));
  });

  test("a call of which little is known has few fields, and a type of no known spelling stays", async () => {
    const { body } = await ask({ ContactId: "job-bare" });
    expect(body.Data).toEqual({
      ContactId: "job-bare",
      InstanceId: "ccc-test",
      StartTime: START,
      ContactType: "HoloCall",
      AgentEvents: [],
      CustomerEvents: [{ EventSequence: [{ Event: "Released", EventTime: START }] }],
      IvrEvents: [],
      QueueEvents: [],
    });
  });

  test.each([
    [{ ContactId: "" }, 400, "Parameter.Blank"],
    [{ InstanceId: "" }, 400, "Parameter.Blank"],
    [{ InstanceId: "ccc-nowhere" }, 404, "NotExists.InstanceId"],
    [{ ContactId: "job-0" }, 404, "NotExists.JobId"],
    [{ InstanceId: "ccc-other" }, 404, "NotExists.JobId"],
  ])("%j is refused with %i %s", async (params, status, Code) => {
    expect(await ask(params)).toMatchObject({ status, body: { Code, HttpStatusCode: status } });
  });
}
