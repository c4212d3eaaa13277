import type { ContactDisposition, ContactType } from "#contract/record/enums.ts";
import { ANSWERED_DISPOSITIONS } from "#contract/record/tones.ts";
import { withCriterion } from "./criteria.ts";
import type { Criteria } from "./filters.ts";
import { restricted } from "./restricted.ts";
import { isReversed, readSecondsRange, writeSecondsRange } from "./seconds-range.ts";
import { shareBase } from "./share-base.ts";

// What is counted of a figure, and where a click on it leads, is the same criteria (decision 32).

/** The types of calls that were placed to customers: these alone a customer can reject. */
export const PLACED_TYPES = [
  "Outbound",
  "Predictive",
  "Back2Back",
  "PrivacyDial",
] as const satisfies readonly ContactType[];

/** How a call ends that a customer did not want to take. */
export const REJECTED_DISPOSITIONS = ["Reject"] as const satisfies readonly ContactDisposition[];

/**
 * The calls that a figure is of. `base` those that the answered ones are a share of · `answered` of these ·
 * `placed` to customers · `rejected` of these · `talked` those with more than 0 s of talk.
 */
export const FIGURE_PARTS = ["base", "answered", "placed", "rejected", "talked"] as const;

/** One of {@link FIGURE_PARTS}. */
export type FigurePart = (typeof FIGURE_PARTS)[number];

/** The criteria of each part, among the calls that match `criteria`; undefined where none can. */
export function figureParts(
  criteria: Criteria,
): Readonly<Record<FigurePart, Criteria | undefined>> {
  const base = shareBase(criteria).criteria;
  const placed = restricted(criteria, "contactType", PLACED_TYPES);
  return {
    base,
    answered: restricted(base, "contactDisposition", ANSWERED_DISPOSITIONS),
    placed,
    rejected: placed && restricted(placed, "contactDisposition", REJECTED_DISPOSITIONS),
    talked: talked(criteria),
  };
}

function talked(criteria: Criteria): Criteria | undefined {
  const range = readSecondsRange(criteria.talkTime ?? "") ?? {};
  const spent = { ...range, from: Math.max(1, range.from ?? 1) };
  return isReversed(spent)
    ? undefined
    : withCriterion(criteria, "talkTime", writeSecondsRange(spent));
}
