import { useLocale } from "use-intl";
import type { Locale } from "#contract/api/locales.ts";

/** What there is of each language: one that is missing does not compile. */
type ByLocale<Of> = Readonly<Record<Locale, Of>>;

/** A hook for words that come late, in the language around. */
export function createWords<Words>(words: ByLocale<Words>): () => Words {
  return () => words[useLocale()];
}

/**
 * A hook for what is made of texts that come late, in the language around. It is made once for each language: a
 * translator of its own for each component would cost every opening of a call.
 */
export function createLateWords<Texts, Words>(
  texts: ByLocale<Texts>,
  make: (messages: Texts, locale: Locale) => Words,
): () => Words {
  const made = new Map<Locale, Words>();
  return function useLateWords() {
    const locale = useLocale();
    const words = made.get(locale) ?? make(texts[locale], locale);
    made.set(locale, words);
    return words;
  };
}
