/** The languages of the screen, as language tags. The first is the one to fall back to. */
export const LOCALES = ["zh-CN", "en-US"] as const;

/** One of {@link LOCALES}. */
export type Locale = (typeof LOCALES)[number];

/** The language of ours that serves a language tag: `en-US` for `en-GB`; undefined if none does. */
export function localeFor(tag: string): Locale | undefined {
  const [language = ""] = tag.toLowerCase().split("-");
  return LOCALES.find((locale) => locale.startsWith(`${language}-`));
}
