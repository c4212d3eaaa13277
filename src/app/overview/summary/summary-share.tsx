import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/formats.ts";
import { pointsText } from "./change-text.ts";
import { SummaryChange } from "./summary-change.tsx";
import { SummaryValue } from "./summary-value.tsx";
import type { Figure } from "./use-summary.ts";
import classes from "./summary-strip.module.css";

interface Part {
  readonly count: Figure;
  readonly total: Figure;
}

interface SummaryShareProps {
  readonly label: string;
  readonly now: Part;
  /** The same a week earlier, where it is asked for. */
  readonly earlier: Part | undefined;
  readonly onDrill: () => void;
}

/** Of none there is no share, as of what could not be counted. */
function shareOf({ count, total }: Part): Figure {
  if (count === null || total === null || total === 0) return null;
  return count === undefined || total === undefined ? undefined : count / total;
}

/** What part of the calls went so, and how that has changed. */
export function SummaryShare({ label, now, earlier, onDrill }: SummaryShareProps) {
  const t = useTranslations("summary");
  const formats = useFormats();
  const share = shareOf(now);
  const before = earlier && shareOf(earlier);
  const ofTotal = ({ count, total }: Part) =>
    t("countOf", { count: formats.count(count ?? 0), total: formats.count(total ?? 0) });
  const changed = () => {
    if (share === null || before === null) return null;
    if (share === undefined || before === undefined) return undefined;
    return t("points", { change: pointsText(share, before, formats) });
  };
  return (
    <span className={classes["item"]}>
      <span className={classes["label"]}>{label}</span>
      <SummaryValue
        name={label}
        text={typeof share === "number" ? formats.percent(share) : share}
        hint={typeof share === "number" ? `${ofTotal(now)}\n${t("only")}` : undefined}
        // Of none there is nothing to show.
        onDrill={typeof share === "number" && share > 0 ? onDrill : undefined}
      />
      {earlier && (
        <SummaryChange
          text={changed()}
          hint={
            typeof before === "number"
              ? t("earlier", { value: `${formats.percent(before)} · ${ofTotal(earlier)}` })
              : undefined
          }
        />
      )}
    </span>
  );
}
