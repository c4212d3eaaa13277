import { LOCALES, type Locale } from "#contract/api/locales.ts";

/** Where the reader's choice of language is kept. It is theirs and no part of a link. */
export const LANGUAGE_PREFERENCE = {
  key: "callscope.language",
  read: (text: string): Locale | undefined => LOCALES.find((locale) => locale === text),
  write: (locale: Locale): string => locale,
};
