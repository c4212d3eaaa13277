import { expect, test } from "vitest";
import { DEFAULT_SORT } from "#contract/view/sort.ts";
import { writeListRequest } from "./write-list-request.ts";

const base = {
  instance: "ccc-test",
  range: { from: 1532448000000, to: 1532707199000 },
  criteria: {},
  sort: DEFAULT_SORT,
  page: 1,
  pageSize: 100,
};

test("both ends of the range, the order and the page are always sent", () => {
  expect(writeListRequest(base)).toEqual({
    InstanceId: "ccc-test",
    PageNumber: "1",
    PageSize: "100",
    StartTime: "1532448000000",
    EndTime: "1532707199000",
    OrderByField: "startTime",
    SortOrder: "DESC",
  });
});

test("each criterion goes out under its parameter, in the page's own notation", () => {
  const params = writeListRequest({
    ...base,
    criteria: {
      contactType: ["Internal", "Inbound"],
      contactDisposition: ["Success", "NoAnswer"],
      earlyMediaState: ["NotConnected"],
      satisfactionIndex: ["1", "3"],
      satisfactionDescription: ["满意", "一般"],
      satisfactionSurveyChannel: "IVR",
      agentId: "agent@ccc-test",
      skillGroupId: "skillgroup@ccc-test",
      phoneNumber: "0735",
      callingNumber: "0735398800",
      calledNumber: "1320523000",
      contactId: "job-1",
    },
  });
  expect(params).toMatchObject({
    ContactTypeList: '["Internal","Inbound"]',
    ContactDispositionList: '["Success","NoAnswer"]',
    EarlyMediaStateList: '["NotConnected"]',
    SatisfactionList: '["1","3"]',
    SatisfactionDescriptionList: '["满意","一般"]',
    SatisfactionSurveyChannel: "IVR",
    AgentId: "agent@ccc-test",
    SkillGroupId: "skillgroup@ccc-test",
    Criteria: '{"phoneNumber":"0735"}',
    CallingNumber: "0735398800",
    CalledNumber: "1320523000",
    ContactId: "job-1",
  });
});
