/** The languages of the screen, the first being the one to fall back to. */
export const LOCALES = ["zh-CN", "en-US"] as const;
export type Locale = (typeof LOCALES)[number];

/** The language of ours that serves a language tag such as `en-GB` best. */
export function localeFor(tag: string): Locale {
  return (
    LOCALES.find((locale) => locale.slice(0, 2) === tag.slice(0, 2).toLowerCase()) ?? LOCALES[0]
  );
}
