/** The languages of the screen; the first is the one to fall back to. */
export const LOCALES = ["zh-CN", "en-US"] as const;
export type Locale = (typeof LOCALES)[number];

/** The language of ours that serves a language tag such as `en-GB`, if one does. */
export function localeFor(tag: string): Locale | undefined {
  const [language = ""] = tag.toLowerCase().split("-");
  return LOCALES.find((locale) => locale.startsWith(`${language}-`));
}
