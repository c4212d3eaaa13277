/** Digits enough to be a number of somebody, with what may group them. */
const NUMBER = /[+(]*\p{Nd}(?:[\s().-]{0,3}\p{Nd}){4,}/gu;

/** A text that somebody typed or named, with nothing that reads like a telephone number. */
export function withoutNumbers(text: string): string {
  return text.replace(NUMBER, "****");
}
