/** What stands where a caller gives no number. */
const NO_NUMBER = /^(anonymous|unknown|private|restricted|unavailable|withheld|undefined|null)$/i;
const SCHEME = /^(?:sips?|tel):/i;
/** By the upstream itself, for accounts that may not see it. */
const MASKED = /\*{3}/;

/** Whether a text stands for a number that the caller withheld. */
export function isNoNumber(text: string): boolean {
  return NO_NUMBER.test(text);
}

/** Whether nobody can be called by it: withheld, masked before it came here, or nothing that can be dialled. */
export function isWithheld(number: string | undefined): boolean {
  const plain = (number ?? "").trim().replace(SCHEME, "");
  const [user = ""] = plain.split("@");
  return isNoNumber(user) || MASKED.test(plain) || !/\p{Nd}/u.test(plain);
}
