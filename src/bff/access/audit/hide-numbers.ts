import { NUMBER_WITHIN } from "#bff/access/number-within.ts";

/** As many digits as a mobile number has: then three and four of them may be told. */
const LONG = 11;

/** A text without telephone numbers: `138****5678`, and of a shorter one no digit. */
export function hideNumbers(text: string): string {
  return text.replace(NUMBER_WITHIN, (number) => {
    const digits = [...number].filter((letter) => /\p{N}/u.test(letter));
    if (digits.length < LONG) return "****";
    return `${digits.slice(0, 3).join("")}****${digits.slice(-4).join("")}`;
  });
}
