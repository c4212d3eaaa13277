import { plainText } from "#contract/filter/plain-text.ts";

/** A page, from 1; past the end it is the last, as in a link. */
export interface NamedPage {
  readonly page: number;
  readonly isPast: boolean;
}

/** The page that a text names; undefined where it names none. Chinese keyboards give wide digits. */
export function readPage(text: string, pages: number): NamedPage | undefined {
  const digits = plainText(text).replaceAll(/[\s,]/g, "");
  if (!/^\d{1,15}$/.test(digits) || Number(digits) === 0) return undefined;
  return { page: Math.min(Number(digits), pages), isPast: Number(digits) > pages };
}
