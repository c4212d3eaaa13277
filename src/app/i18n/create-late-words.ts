import { useLocale } from "use-intl";
import type { Locale } from "#contract/api/locales.ts";

/**
 * A hook for texts that come late, in the language around. They are made once for each language: a translator of
 * its own for each component would cost every opening of a call.
 */
export function createLateWords<Words>(make: (locale: Locale) => Words): () => Words {
  const made = new Map<Locale, Words>();
  return function useLateWords() {
    const locale = useLocale();
    const words = made.get(locale) ?? make(locale);
    made.set(locale, words);
    return words;
  };
}
