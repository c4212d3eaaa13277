import { useMemo } from "react";
import { useLocale, useTimeZone } from "use-intl";
import { createFormats, type Formats } from "#labels/formats.ts";

/** The formats of the language and time zone around. */
export function useFormats(): Formats {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  return useMemo(() => createFormats(locale, timeZone), [locale, timeZone]);
}
