import type { AskOf } from "#contract/api/asks.ts";
import type { Figures } from "#contract/api/figures.ts";
import { SHORT_ABANDON_SECONDS } from "#contract/filter/level-part.ts";
import { LEVEL_TYPES, SHORT_DISPOSITIONS } from "#contract/filter/level-parts.ts";
import { isInSeconds } from "#contract/filter/seconds-range.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { isOneOf } from "#contract/record/enums.ts";
import { SOUGHT_AGENT_DISPOSITIONS } from "#contract/record/sought-agent.ts";
import { ANSWERED_DISPOSITIONS } from "#contract/record/tones.ts";
import type { Tell } from "./lines.ts";

/** The parts of a service level, from the records themselves, all of those that match being here. */
export function countLevel(
  records: readonly CallRecord[],
  { seconds }: AskOf<"level">,
  tell: Tell,
): void {
  tell({ level: levelOf(records, seconds) });
  tell({ end: true, total: records.length, plan: "pages" });
}

/** The parts among these records. */
export function levelOf(records: readonly CallRecord[], seconds: number): Figures["level"] {
  const inbound = records.filter(({ contactType = "" }) => isOneOf(LEVEL_TYPES, contactType));
  const ended = (dispositions: readonly string[]) =>
    inbound.filter(({ contactDisposition = "" }) => dispositions.includes(contactDisposition));
  const waitedAtMost = (calls: readonly CallRecord[], to: number) =>
    calls.filter(({ queueTime }) => isInSeconds({ to }, queueTime)).length;
  const answered = ended(ANSWERED_DISPOSITIONS);
  return {
    offered: ended(SOUGHT_AGENT_DISPOSITIONS).length,
    answered: answered.length,
    within: waitedAtMost(answered, seconds),
    short: waitedAtMost(ended(SHORT_DISPOSITIONS), SHORT_ABANDON_SECONDS),
  };
}
