import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { CallRecord } from "#contract/record/call-record.ts";
import { maskedFields, maskNumber, maskRecord, maskWithin } from "./mask-numbers.ts";

test.each([
  // mobile numbers, in the forms in which records have them
  ["13812345678", "138****5678"],
  ["+8613812345678", "+86138****5678"],
  ["008613812345678", "0086138****5678"],
  ["8613812345678", "86138****5678"],
  ["138 1234-5678", "138****5678"],
  // fixed lines and hot lines
  ["02155500100", "021****0100"],
  ["075555500100", "075****0100"],
  ["0755-55500100", "075****0100"],
  ["4008001234", "400****234"],
  ["55500100", "55****00"],
  ["+862155500100", "+86215****100"],
  // other countries
  ["+14155550100", "+141****0100"],
  ["+442079460100", "+442****0100"],
  // short ones: service numbers, extensions
  ["1234567", "1****67"],
  ["95588", "****8"],
  ["110", "****"],
  ["8001", "****"],
  ["02155500100-8001", "021****8001"],
  // nobody's number
  ["anonymous", "anonymous"],
  ["Unknown", "Unknown"],
  ["", ""],
  // addresses of telephones on the internet
  ["sip:13812345678@sip.example.com", "sip:138****5678@sip.example.com"],
  ["sip:anonymous@anonymous.invalid", "sip:anonymous@anonymous.invalid"],
  ["SIPS:+8613812345678@example.com;user=phone", "SIPS:+86138****5678@example.com;user=phone"],
  ["tel:+86-138-1234-5678", "tel:+86138****5678"],
  ["zhangsan@example.com", "zh****an@example.com"],
  ["bob@example.com", "****@example.com"],
  ["1@13812345678", "****@138****5678"],
  // hidden before they came here
  ["138****5678", "138****5678"],
  ["1381234****", "138****"],
  ["***********", "****"],
  ["8*01", "****"],
  // two in one
  ["13812345678,13987654321", "138****4321"],
])("%j is shown as %j", (number, shown) => {
  expect(maskNumber(number)).toBe(shown);
});

test.each([
  ["486:USER_BUSY", "486:USER_BUSY"],
  ["Q.850;cause=16", "Q.850;cause=16"],
  ["call 138-1234-5678 back", "call 138****5678 back"],
  ["(021) 5550 0100", "(021****0100"],
  ["客户：１３８１２３４５６７８。", "客户：１３８****５６７８。"],
  ["138_1234_5678", "138****5678"],
  ["138 - 1234 - 5678", "138****5678"],
  ["138，1234，5678", "138****5678"],
  ["agent-7@ccc-demo", "agent-7@ccc-demo"],
  ["138\u200b1234\u200b5678", "138****5678"],
  ["①③⑧①②③④⑤⑥⑦⑧", "①③⑧****⑤⑥⑦⑧"],
  ["call +8613812345678 back", "call +86138****5678 back"],
  ["广东-深圳", "广东-深圳"],
  ["6 of 10, 20 calls", "6 of 10, 20 calls"],
])("within a text, %j is shown as %j", (text, shown) => {
  expect(maskWithin(text)).toBe(shown);
});

const digits = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: least, maxLength: most });
const grouped = fc
  .tuple(fc.constantFrom("", "+", "+86", "0086 ", "sip:", "tel:"), digits(1, 20), fc.nat())
  .map(([front, number, at]) => {
    const place = at % number.length;
    return `${front}${number.slice(0, place)}${place % 2 === 0 ? "-" : " "}${number.slice(place)}`;
  });

test("at most three signs at the front and four at the end are told, and four are always hidden", () => {
  fc.assert(
    fc.property(digits(1, 20), (number) => {
      const shown = maskNumber(number);
      // The country's code is not of the number.
      const [, front = "", end = ""] = /^(?:00)?(?:86)?(\d{0,3})\*{4}(\d{0,4})$/.exec(shown) ?? [];
      expect(shown).toMatch(/^\d*\*{4}\d*$/);
      expect(front.length + end.length).toBeLessThanOrEqual(Math.max(0, number.length - 4));
    }),
  );
});

test("the middle of a number does not stand in what is shown, however it is grouped", () => {
  fc.assert(
    fc.property(grouped, (number) => {
      const all = number.replace(/\D/g, "").replace(/^(00)?86/, "");
      const shown = maskNumber(number).replace(/\D/g, "");
      if (all.length < 8) return;
      // Eight in a row hold some of the hidden.
      for (let at = 0; at + 8 <= all.length; at += 1)
        expect(shown).not.toContain(all.slice(at, at + 8));
    }),
  );
});

const RECORD: CallRecord = {
  contactId: "job-13812345678",
  instanceId: "ccc-13812345678",
  callingNumber: "13812345678",
  calledNumber: "02155500100",
  broker: "13900001111",
  additionalBroker: "+8613900002222",
  callerLocation: "13812345678",
  calleeLocation: "13812345678",
  agentIds: ["13812345678@ccc"],
  agentNames: ["Li 13812345678"],
  skillGroupIds: ["13812345678@ccc"],
  skillGroupNames: ["13812345678"],
  callIds: ["13812345678"],
  contactType: "13812345678",
  releaseReason: "sip:13812345678",
  satisfactionDescription: "13812345678",
  startTime: 1_700_000_000_000,
  recordingReady: true,
};

test("of a record every field but ids and quantities is masked, whatever stands there", () => {
  const { contactId, instanceId, agentIds, skillGroupIds, callIds, startTime, ...others } =
    maskRecord(RECORD);
  expect({ contactId, instanceId, agentIds, skillGroupIds, callIds, startTime }).toEqual({
    contactId: RECORD.contactId,
    instanceId: RECORD.instanceId,
    agentIds: RECORD.agentIds,
    skillGroupIds: RECORD.skillGroupIds,
    callIds: RECORD.callIds,
    startTime: RECORD.startTime,
  });
  expect(JSON.stringify(others)).not.toMatch(/\d{6}/);
  expect(others).toMatchObject({
    callingNumber: "138****5678",
    agentNames: ["Li 138****5678"],
    recordingReady: true,
  });
});

test("what was masked of a record is known, and nothing is added to it", () => {
  expect(
    maskedFields({ contactId: "a", callingNumber: "13812345678", broker: "anonymous" }),
  ).toEqual({
    callingNumber: "13812345678",
  });
  expect(maskRecord({})).toEqual({});
});
