import { useTranslations } from "use-intl";
import classes from "./summary-strip.module.css";

interface SummaryValueProps {
  /** What it is, for whoever only hears it. */
  readonly name: string;
  /** Absent while it is counted; null where it could not be counted. */
  readonly text: string | null | undefined;
  readonly hint?: string | undefined;
  /** Leads to the calls that it is about. */
  readonly onDrill?: (() => void) | undefined;
}

/** One figure; a place of the same width while it is counted, and never 0 before it is. */
export function SummaryValue({ name, text, hint, onDrill }: SummaryValueProps) {
  const t = useTranslations("summary");
  if (text === undefined)
    return <span role="img" aria-label={t("counting")} className={classes["waiting"]} />;
  if (text === null) return <span className={classes["none"]}>{t("none")}</span>;
  if (onDrill === undefined)
    return (
      <span className={classes["plain"]} title={hint}>
        {text}
      </span>
    );
  return (
    <button
      type="button"
      className={classes["value"]}
      aria-label={`${name} ${text}`}
      title={hint}
      onClick={onDrill}
    >
      {text}
    </button>
  );
}
