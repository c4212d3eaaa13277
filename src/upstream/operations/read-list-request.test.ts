import { describe, expect, test } from "vitest";
import { FILTERS } from "#contract/filter/filters.ts";
import { writeListRequest } from "#contract/upstream/write-list-request.ts";
import { WireError } from "#upstream/request/wire-error.ts";
import { readListRequest, type ListRequestContext } from "./read-list-request.ts";

const NOW = Date.UTC(2026, 5, 15, 17);
const choice = (...more: string[]) => new Set(more);
const CONTEXT: ListRequestContext = {
  store: {
    instances: [{ id: "ccc-test", name: "Test" }],
    choices: {
      contactType: choice(...FILTERS.contactType.options, "HoloCall"),
      contactDisposition: choice(...FILTERS.contactDisposition.options),
      earlyMediaState: choice(...FILTERS.earlyMediaState.options),
      satisfactionSurveyChannel: choice("IVR", "SMS"),
      satisfactionIndex: choice(...FILTERS.satisfactionIndex.options, "12"),
    },
  },
  timeZone: "Asia/Shanghai",
  now: NOW,
};
const REQUIRED = { InstanceId: "ccc-test", PageNumber: "1", PageSize: "100" };
const read = (params: Record<string, string>) =>
  readListRequest({ ...REQUIRED, ...params }, CONTEXT);

function refusal(params: Record<string, string>): { code: string; message: string } {
  try {
    read(params);
  } catch (error) {
    if (error instanceof WireError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error("It was not refused.");
}

describe("a list request", () => {
  test("runs from today's first instant in the time zone until now, the latest first", () => {
    // 17:00 UTC is one o'clock of the next day in Shanghai.
    expect(read({})).toEqual({
      instance: "ccc-test",
      page: 1,
      pageSize: 100,
      range: { from: Date.UTC(2026, 5, 15, 16), to: NOW },
      criteria: {},
      singles: {},
      sort: { field: "startTime", order: "DESC" },
    });
  });

  test("of a client that writes it by the contract reads back as it was meant", () => {
    const meant = {
      instance: "ccc-test",
      range: { from: 5, to: 10 },
      criteria: {
        contactDisposition: ["Success", "AbandonedInVoiceNavigator"],
        contactType: ["Inbound", "HoloCall"],
        phoneNumber: "0735",
        callingNumber: "07350000",
        calledNumber: "1540000****",
        agentId: "ann@ccc-test",
        skillGroupId: "sales@ccc-test",
        satisfactionIndex: ["1", "12"],
        satisfactionDescription: ["满意", "a,b"],
        satisfactionSurveyChannel: "IVR",
        earlyMediaState: ["PowerOff"],
      },
      sort: { field: "callDuration", order: "ASC" },
      page: 7,
      pageSize: 50,
    } as const;
    expect(readListRequest(writeListRequest(meant), CONTEXT)).toEqual({ ...meant, singles: {} });
  });

  test("takes satisfactions as JSON text, as JSON numbers and separated by commas", () => {
    for (const text of ['["1","3"]', "[1, 3]", "1,3", " 1 , 3 ", '["3","1","3"]'])
      expect(read({ SatisfactionList: text }).criteria.satisfactionIndex?.toSorted()).toEqual([
        "1",
        "3",
      ]);
  });

  test("keeps a single filter beside its list", () => {
    const { criteria, singles } = read({ ContactType: "Inbound", ContactTypeList: '["Internal"]' });
    expect(criteria).toEqual({ contactType: ["Internal"] });
    expect(singles).toEqual({ contactType: "Inbound" });
  });

  test("takes an empty optional parameter, an empty list and an empty number as absent", () => {
    const empty = Object.fromEntries(
      ["StartTime", "EndTime", "ContactType", "AgentId", "SortOrder", "ContactId"].map((name) => [
        name,
        "",
      ]),
    );
    expect(read({ ...empty, ContactTypeList: "[]", Criteria: '{"phoneNumber":""}' })).toEqual(
      read({}),
    );
  });

  test("for a contact id looks at no other filter", () => {
    const { criteria, singles } = read({
      ContactId: "job-1",
      StartTime: "nonsense",
      ContactType: "nonsense",
      OrderByField: "nonsense",
    });
    expect(criteria).toEqual({ contactId: "job-1" });
    expect(singles).toEqual({});
  });

  test("takes names that the page does not know for nothing", () => {
    expect(read({ RegionId: "cn-shanghai", toString: "x", __proto__: "x" })).toEqual(read({}));
  });

  test("is not fooled by names that every object has", () => {
    expect(() => readListRequest(Object.create({ ...REQUIRED }), CONTEXT)).toThrow(WireError);
  });
});

describe("a bad list request", () => {
  test("is refused in the provider's words", () => {
    expect(refusal({ PageNumber: "x" })).toEqual({
      code: "Parameter.Format",
      message: "The format of parameter PageNumber is invalid. It must be an integer.",
    });
    expect(refusal({ PageSize: "" })).toEqual({
      code: "Parameter.Blank",
      message: "The parameter PageSize may not be null or blank.",
    });
    expect(refusal({ PageSize: "101" })).toEqual({
      code: "Parameter.Maximum",
      message: "The parameter PageSize must be less than or equal to 100.",
    });
    expect(refusal({ PageNumber: "0" })).toEqual({
      code: "Parameter.Minimum",
      message: "The parameter PageNumber must be greater than or equal to 1.",
    });
    expect(refusal({ InstanceId: "ccc-x" })).toEqual({
      code: "NotExists.InstanceId",
      message: "The specified instance ccc-x does not exist.",
    });
  });

  test("names the parameter of a pair that is to blame", () => {
    expect(refusal({ ContactType: "x" }).message).toContain("ContactType is invalid");
    expect(refusal({ ContactTypeList: '["x"]' }).message).toContain("ContactTypeList is invalid");
  });

  test("never repeats what was sent, which may be a phone number", () => {
    for (const name of ["Criteria", "StartTime", "SatisfactionList", "SortOrder"])
      expect(refusal({ [name]: "13800001111x" }).message).not.toContain("1380");
  });
});
