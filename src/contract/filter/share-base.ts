import type { ContactType } from "#contract/record/enums.ts";
import type { Criteria } from "./filters.ts";
import { restricted } from "./restricted.ts";

/** The types of calls that customers offered to us: others nobody here was asked to answer. */
export const OFFERED_TYPES = ["Inbound"] as const satisfies readonly ContactType[];

/** The calls that answered and abandoned ones are a share of. */
export interface ShareBase {
  /** `offered`: calls from customers. `calls`: where none of them are chosen, all that are. */
  readonly kind: "offered" | "calls";
  readonly criteria: Criteria;
}

/** What shares are taken of among the calls that match the criteria. */
export function shareBase(criteria: Criteria): ShareBase {
  const offered = restricted(criteria, "contactType", OFFERED_TYPES);
  return offered ? { kind: "offered", criteria: offered } : { kind: "calls", criteria };
}
