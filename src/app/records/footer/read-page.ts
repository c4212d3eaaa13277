import { plainText } from "#contract/filter/plain-text.ts";

/**
 * The page that a text names, from 1; past the end it is the last, as in a link. Undefined where it names
 * none. Chinese keyboards give wide digits.
 */
export function readPage(text: string, pages: number): number | undefined {
  const digits = plainText(text).replaceAll(/[\s,]/g, "");
  if (!/^\d{1,15}$/.test(digits) || Number(digits) === 0) return undefined;
  return Math.min(Number(digits), pages);
}
