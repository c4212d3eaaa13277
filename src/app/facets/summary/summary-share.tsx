import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/formats.ts";
import { pointsText } from "./change-text.ts";
import classes from "./summary-strip.module.css";
import { SummaryValue } from "./summary-value.tsx";

interface Part {
  readonly count: number | undefined;
  readonly total: number | undefined;
}

interface SummaryShareProps {
  readonly label: string;
  readonly now: Part;
  /** The same a week earlier, where it is asked for. */
  readonly earlier: Part | undefined;
  readonly hasFailed: boolean;
  readonly onDrill: () => void;
}

const shareOf = ({ count, total }: Part) =>
  count === undefined || total === undefined || total === 0 ? undefined : count / total;

/** What part of the calls went so, and how that has changed. */
export function SummaryShare(props: SummaryShareProps) {
  const { label, now, earlier, hasFailed, onDrill } = props;
  const t = useTranslations("summary");
  const formats = useFormats();
  const share = shareOf(now);
  const before = earlier && shareOf(earlier);
  const ofTotal = ({ count = 0, total = 0 }: Part) =>
    t("countOf", { count: formats.count(count), total: formats.count(total) });
  return (
    <span className={classes["item"]}>
      <span className={classes["label"]}>{label}</span>
      <SummaryValue
        name={label}
        text={share === undefined ? (hasFailed ? null : undefined) : formats.percent(share)}
        hint={`${ofTotal(now)}\n${t("only")}`}
        // Of none there is nothing to show.
        onDrill={now.count === 0 ? undefined : onDrill}
      />
      {share !== undefined && earlier && before !== undefined && (
        <span
          className={classes["change"]}
          title={t("earlier", { value: `${formats.percent(before)} · ${ofTotal(earlier)}` })}
        >
          {t("points", { change: pointsText(share, before, formats) })}
        </span>
      )}
    </span>
  );
}
