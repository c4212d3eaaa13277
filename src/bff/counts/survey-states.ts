import type { CallRecord } from "#contract/record/call-record.ts";
import { SURVEY_STATES, surveyStateOf } from "#contract/record/survey-state.ts";
import type { CallsInHand } from "./calls-in-hand.ts";
import type { Tell } from "./lines.ts";

/** From the records, as far as each says what became of its survey. */
export function countSurveyStates(records: readonly CallRecord[], tell: Tell): void {
  const states = records.map(surveyStateOf);
  const doAllSay = !states.includes(undefined);
  for (const state of SURVEY_STATES) {
    const count = states.filter((one) => one === state).length;
    tell({ state, count: doAllSay || state === "answered" ? count : null });
  }
}

/**
 * The upstream is asked by keys, and by no other sign of a survey: neither for one that was offered, of
 * which not every one has a channel, nor for any key at all. So what is known are the calls with a key
 * that was asked for, unless those are all the calls there are.
 *
 * @param answered calls that have one of the keys that were asked for
 */
export async function tellSurveyStates(
  calls: CallsInHand,
  answered: number,
  total: number,
  tell: Tell,
): Promise<void> {
  // A call with a key that came meanwhile may stand in for one that has none.
  const areAll = answered === total && (!calls.mayGrow || (await calls.recount()) === answered);
  const haveChannel = calls.set.criteria.satisfactionSurveyChannel !== undefined;
  tell({
    state: "answered",
    ...(areAll ? { count: answered } : { count: null, atLeast: Math.min(answered, total) }),
  });
  tell({ state: "unanswered", count: areAll ? 0 : null });
  // What has a channel was offered.
  tell({ state: "notOffered", count: areAll || haveChannel ? 0 : null });
}
