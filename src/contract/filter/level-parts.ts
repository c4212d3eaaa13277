import type { ContactDisposition, ContactType } from "#contract/record/enums.ts";
import { SOUGHT_AGENT_DISPOSITIONS } from "#contract/record/sought-agent.ts";
import { ANSWERED_DISPOSITIONS } from "#contract/record/tones.ts";
import { withCriterion } from "./criteria.ts";
import type { Criteria } from "./filters.ts";
import { SHORT_ABANDON_SECONDS, type LevelPart } from "./level-part.ts";
import { restricted } from "./restricted.ts";
import { isReversed, readSecondsRange, writeSecondsRange } from "./seconds-range.ts";

// What is counted of a service level, and where a click on it leads, is the same criteria (decision 30).

/** The types of calls that have a service level. */
export const LEVEL_TYPES = ["Inbound"] as const satisfies readonly ContactType[];

/** How calls end whose callers gave up in the queue; of those given up while it rang, the ringing was waited for, too. */
export const SHORT_DISPOSITIONS = [
  "AbandonedInQueue",
] as const satisfies readonly ContactDisposition[];

/** The criteria of each part, among the calls that match `criteria`; undefined where none can. */
export function levelParts(
  criteria: Criteria,
  seconds: number,
): Readonly<Record<LevelPart, Criteria | undefined>> {
  const inbound = restricted(criteria, "contactType", LEVEL_TYPES);
  const ended = (dispositions: readonly string[]) =>
    inbound && restricted(inbound, "contactDisposition", dispositions);
  const answered = ended(ANSWERED_DISPOSITIONS);
  return {
    offered: ended(SOUGHT_AGENT_DISPOSITIONS),
    answered,
    within: waitedAtMost(answered, seconds),
    short: waitedAtMost(ended(SHORT_DISPOSITIONS), SHORT_ABANDON_SECONDS),
  };
}

function waitedAtMost(criteria: Criteria | undefined, seconds: number): Criteria | undefined {
  if (criteria === undefined) return undefined;
  const { from, to = seconds } = readSecondsRange(criteria.queueTime ?? "") ?? {};
  const range = { ...(from !== undefined && { from }), to: Math.min(to, seconds) };
  return isReversed(range)
    ? undefined
    : withCriterion(criteria, "queueTime", writeSecondsRange(range));
}
