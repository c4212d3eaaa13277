import { expect, test } from "vitest";
import type { CallRecord } from "./call-record.ts";
import { surveyStateOf } from "./survey-state.ts";

test.each<[record: CallRecord, state: ReturnType<typeof surveyStateOf>]>([
  [{ satisfactionIndex: 0, satisfactionSurveyOffered: false }, "answered"],
  [{ satisfactionIndex: -1 }, "answered"],
  [{ satisfactionSurveyChannel: "SMS", satisfactionSurveyOffered: false }, "unanswered"],
  [{ satisfactionSurveyOffered: true }, "unanswered"],
  [{ satisfactionSurveyOffered: false }, "notOffered"],
  [{}, undefined],
])("%j is %s", (record, state) => {
  expect(surveyStateOf(record)).toBe(state);
});
