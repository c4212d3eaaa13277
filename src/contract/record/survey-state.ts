import type { CallRecord } from "./call-record.ts";

/** What became of a call's survey: a key was pressed, no key was pressed, or there was no survey. */
export const SURVEY_STATES = ["answered", "unanswered", "notOffered"] as const;

/** One of {@link SURVEY_STATES}. */
export type SurveyState = (typeof SURVEY_STATES)[number];

/**
 * What became of the survey; undefined where the record does not say whether there was one. Any key
 * is an answer, also one newer than this edition; what came by a channel was offered.
 */
export function surveyStateOf(record: CallRecord): SurveyState | undefined {
  const { satisfactionIndex, satisfactionSurveyChannel, satisfactionSurveyOffered } = record;
  if (satisfactionIndex !== undefined) return "answered";
  if (satisfactionSurveyChannel !== undefined) return "unanswered";
  if (satisfactionSurveyOffered === undefined) return undefined;
  return satisfactionSurveyOffered ? "unanswered" : "notOffered";
}
