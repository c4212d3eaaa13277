import { LOCALES } from "#contract/locales.ts";

/** Where the reader's choice of language is kept. It is theirs and no part of a link. */
export const LANGUAGE_PREFERENCE = { key: "callscope.language", options: LOCALES } as const;
