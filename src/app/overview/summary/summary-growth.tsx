import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/use-formats.ts";
import { growthText } from "#labels/change-text.ts";
import { SummaryChange } from "./summary-change.tsx";
import type { Figure } from "./use-summary.ts";

interface SummaryGrowthProps {
  readonly now: Figure;
  readonly before: Figure;
}

/** By how much a count has grown, and what it was. */
export function SummaryGrowth({ now, before }: SummaryGrowthProps) {
  const t = useTranslations("summary");
  const formats = useFormats();
  const growth = () => {
    if (now === null || before === null) return null;
    if (now === undefined || before === undefined) return undefined;
    return growthText(now, before, formats) ?? null;
  };
  const hint =
    typeof before === "number" ? t("earlier", { value: formats.count(before) }) : undefined;
  return <SummaryChange text={growth()} hint={hint} />;
}
