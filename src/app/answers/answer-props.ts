import type { CallSet } from "#contract/view/call-set.ts";

/** What every answer is given. */
export interface AnswerProps {
  /** The calls that are asked about. */
  readonly calls: CallSet;
}
