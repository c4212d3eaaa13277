const LOCALES = ["zh-CN", "en-US"] as const;
export type Locale = (typeof LOCALES)[number];

/** The language to start in, from `Accept-Language`; Chinese, the product's own, if neither is named. */
export function preferredLocale(header: string | undefined): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", weight] = part.trim().split(/\s*;\s*q=/);
      return { language: tag.split("-", 1)[0]?.toLowerCase(), weight: Number(weight ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { language } of wanted) {
    const locale = LOCALES.find((known) => known.startsWith(`${language}-`));
    if (locale !== undefined) return locale;
  }
  return LOCALES[0];
}
