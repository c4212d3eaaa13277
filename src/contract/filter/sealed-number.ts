import { FILTERS, isKind, CRITERION_KEYS, type Criteria, type FilterKeyOf } from "./filters.ts";

// In an address a number is a token that the server alone opens (decision 22). In a view as the browser has
// it the value of a phone filter is such a token; as the server works with it, it is the number.

/** How JWE begins in its compact form: https://www.rfc-editor.org/rfc/rfc7516#section-7.1 */
const TOKEN = /^eyJ[\w.-]{27,}$/;

/** Whether a text is a token, whole or cut off: whether it opens the server knows. No number looks like one. */
export function isSealed(text: string): boolean {
  return TOKEN.test(text);
}

/** The filters by a number, in the order of {@link CRITERION_KEYS}. */
export const PHONE_KEYS = CRITERION_KEYS.filter((key) => isKind(key, "phone"));

/** Their names in an address. */
export const PHONE_NAMES = PHONE_KEYS.map((key) => FILTERS[key].url);

/** One of {@link PHONE_NAMES}. */
export type PhoneName = (typeof PHONE_NAMES)[number];

type PhoneKey = FilterKeyOf<"phone">;

/** The filters that are set to a number that is not sealed. */
export function clearNumbers(criteria: Criteria): readonly PhoneKey[] {
  return PHONE_KEYS.filter((key) => criteria[key] !== undefined && !isSealed(criteria[key]));
}

/** The filters that are set to a token. */
export function sealedNumbers(criteria: Criteria): readonly PhoneKey[] {
  return PHONE_KEYS.filter((key) => criteria[key] !== undefined && isSealed(criteria[key]));
}
