import { localeFor, LOCALES, type Locale } from "#contract/api/locales.ts";

/**
 * The language to start in, by `Accept-Language`. Chinese is the product's own, where none of ours
 * is named.
 */
export function preferredLocale(header: string | undefined): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", weight] = part.split(";").map((text) => text.trim());
      return { tag, weight: weight === undefined ? 1 : Number(weight.replace(/^q=/i, "")) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    const locale = localeFor(tag);
    if (locale !== undefined) return locale;
  }
  return LOCALES[0];
}
