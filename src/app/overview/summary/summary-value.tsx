import { useTranslations } from "use-intl";
import { useLast } from "#app/ui/use-last.ts";
import classes from "./summary-strip.module.css";

interface SummaryValueProps {
  /** What it is, for whoever only hears it. */
  readonly name: string;
  /** Absent while it is counted; null where it could not be counted. */
  readonly text: string | null | undefined;
  /** The calls that it is about, for whoever only hears it. */
  readonly base?: string | undefined;
  readonly hint?: string | undefined;
  /** Leads to the calls that it is about. */
  readonly onDrill?: (() => void) | undefined;
  /** Whether it is words in place of a figure. */
  readonly isNote?: boolean;
}

/**
 * One figure: the one of a moment ago, dimmed, while it is counted anew, and never 0 before it is
 * counted. It is a button in any case, since a reader's focus must outlast the counting.
 */
export function SummaryValue(props: SummaryValueProps) {
  const t = useTranslations("summary");
  const { name, text, base, hint, onDrill, isNote = false } = props;
  const isCounting = text === undefined;
  const last = useLast(text);
  const isNoted = useLast(isCounting ? undefined : isNote) ?? false;
  const isOld = isCounting && last !== undefined;
  const shown = last ?? t("none");
  return (
    <button
      type="button"
      className={isNoted ? classes["beyond"] : classes["value"]}
      aria-label={
        isOld
          ? t("recounting", { name, value: shown })
          : [name, isCounting ? t("counting") : shown, base].filter(Boolean).join(" ")
      }
      aria-busy={isCounting}
      aria-disabled={isCounting || onDrill === undefined}
      data-old={isOld || undefined}
      title={isOld ? t("oldHint") : isCounting ? undefined : hint}
      onClick={isCounting ? undefined : onDrill}
    >
      {last === undefined ? <span className={classes["waiting"]} /> : shown}
    </button>
  );
}
