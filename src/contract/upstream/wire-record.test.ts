import fc from "fast-check";
import { expect, test } from "vitest";
import { callRecordSchema } from "#contract/record/call-record.ts";
import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { readWireRecord, wireName } from "./wire-record.ts";

test("there are 35 fields, named by the mechanical rule", () => {
  expect(RECORD_FIELD_NAMES).toHaveLength(35);
  expect(RECORD_FIELD_NAMES.map(wireName)).toContain("SatisfactionSurveyOffered");
});

test("the record of the provider's page is read field by field", () => {
  const record = readWireRecord({
    ContactDisposition: "Success",
    ContactType: "Outbound",
    EstablishedTime: 1532448000000,
    SatisfactionIndex: 1,
    CallDuration: "30",
    RecordingReady: true,
    AgentIds: "agent@ccc-test,agent2@ccc-test",
    StartTime: 1532448000000,
    ContactId: "job-12515239414412****",
    QueueTime: 0,
    EarlyMediaState: "NotConnected",
  });
  expect(record).toEqual({
    contactDisposition: "Success",
    contactType: "Outbound",
    establishedTime: 1532448000000,
    satisfactionIndex: 1,
    callDuration: 30,
    recordingReady: true,
    agentIds: ["agent@ccc-test", "agent2@ccc-test"],
    startTime: 1532448000000,
    contactId: "job-12515239414412****",
    queueTime: 0,
    earlyMediaState: "NotConnected",
  });
});

test("missing, null, empty and wrongly typed fields are absent", () => {
  expect(
    readWireRecord({
      ContactId: "c",
      StartTime: "soon",
      TalkTime: null,
      AgentNames: "",
      SkillGroupIds: ", ,",
      RecordingReady: "perhaps",
      EstablishedTime: 0,
      Unheard: "of",
    }),
  ).toEqual({ contactId: "c" });
});

test("an instant of zero is never, but for the start that every call has", () => {
  expect(readWireRecord({ StartTime: 0, EstablishedTime: 0, ReleaseTime: "0" })).toEqual({
    startTime: 0,
  });
  expect(readWireRecord({ StartTime: -1, ReleaseTime: 8_640_000_000_000_001 })).toEqual({});
});

test("numbers and booleans may come as text", () => {
  expect(
    readWireRecord({ StartTime: "1532448000000", TalkTime: "7", RecordingReady: "false" }),
  ).toEqual({ startTime: 1532448000000, talkTime: 7, recordingReady: false });
});

test("spellings of sibling operations become the documented one, unknown values stay", () => {
  expect(
    readWireRecord({ ContactType: "PRIVACY_DIAL", ContactDisposition: "AbandonedOnHold" }),
  ).toEqual({ contactType: "PrivacyDial", contactDisposition: "AbandonedOnHold" });
});

test("whatever the upstream sends becomes a record that the contract accepts", () => {
  const anyField = fc.tuple(
    fc.constantFrom(...RECORD_FIELD_NAMES.map(wireName), "__proto__", "Extra"),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.jsonValue(),
        fc.array(anyField).map((pairs) => JSON.parse(JSON.stringify(Object.fromEntries(pairs)))),
      ),
      (wire) => {
        const record = readWireRecord(wire);
        expect(callRecordSchema.parse(record)).toEqual(record);
      },
    ),
  );
});

test("one agent whose name has a comma is one agent, by the number of the ids", () => {
  expect(
    readWireRecord({ AgentIds: "jane@x", AgentNames: "Doe, Jane", SkillGroupNames: "Sales, EU" }),
  ).toEqual({
    agentIds: ["jane@x"],
    agentNames: ["Doe, Jane"],
    skillGroupNames: ["Sales", "EU"],
  });
  expect(readWireRecord({ SkillGroupIds: "g1", SkillGroupNames: "Sales,EU" })).toEqual({
    skillGroupIds: ["g1"],
    skillGroupNames: ["Sales,EU"],
  });
});
