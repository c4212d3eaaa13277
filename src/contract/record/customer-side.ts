import type { CallRecord } from "./call-record.ts";
import { CONTACT_TYPES, isOneOf, type ContactType } from "./enums.ts";

/** The fields with the numbers of a call's two sides. */
export type NumberField = "callingNumber" | "calledNumber";

/**
 * Whose number is the customer's, by how the call came about; the other is a hot line, a trunk or an
 * extension of the house. Where the house was by itself there is no customer.
 */
const CUSTOMER_SIDES = {
  Inbound: "callingNumber",
  Outbound: "calledNumber",
  Predictive: "calledNumber",
  Internal: "nobody",
  Back2Back: "calledNumber",
  PrivacyDial: "calledNumber",
  Conference: "nobody",
} as const satisfies Record<ContactType, NumberField | "nobody">;

/**
 * The field that holds the customer's number, whether or not the record has it; `nobody` where no
 * customer took part. undefined where the type of the call is newer than this edition, or absent: nobody
 * can tell.
 */
export function customerSide({ contactType }: CallRecord): NumberField | "nobody" | undefined {
  return contactType !== undefined && isOneOf(CONTACT_TYPES, contactType)
    ? CUSTOMER_SIDES[contactType]
    : undefined;
}
