import { localeFor, LOCALES, type Locale } from "#contract/api/locales.ts";

/** The language to start in, from `Accept-Language`; Chinese, the product's own, if neither is named. */
export function preferredLocale(header: string | undefined): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", weight] = part.trim().split(/\s*;\s*q=/);
      return { tag, weight: Number(weight ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    const locale = localeFor(tag);
    if (locale !== undefined) return locale;
  }
  return LOCALES[0];
}
