/** Seven digits or more, however they are grouped: a telephone number, or what may be one. */
const NUMBER = /\p{Nd}(?:[\s().\-‐-―]{0,2}\p{Nd}){6,}/gu;
/** As many digits as a mobile number has: then three and four of them may be told. */
const LONG = 11;

/** A text without telephone numbers: `138****5678`, and of a shorter one no digit. */
export function hideNumbers(text: string): string {
  return text.replace(NUMBER, (number) => {
    const digits = [...number].filter((letter) => /\p{Nd}/u.test(letter));
    if (digits.length < LONG) return "****";
    return `${digits.slice(0, 3).join("")}****${digits.slice(-4).join("")}`;
  });
}
