import { useTranslations } from "use-intl";
import { useLast } from "#app/ui/use-last.ts";
import classes from "./summary-strip.module.css";

interface SummaryPartProps {
  /** What it is, for whoever only hears it while it is counted. */
  readonly name: string;
  /** Absent while it is counted; null where there is none to tell. */
  readonly text: string | null | undefined;
  readonly hint?: string;
  /** Leads to its calls. */
  readonly onDrill: (() => void) | undefined;
}

/** Calls that a figure is made of, in small print. A button in any case, as a figure itself is. */
export function SummaryPart({ name, text, hint, onDrill }: SummaryPartProps) {
  const t = useTranslations("summary");
  const shown = useLast(text);
  if (shown === null) return null;
  const isCounting = text === undefined;
  return (
    <button
      type="button"
      className={classes["part"]}
      aria-label={
        isCounting
          ? shown === undefined
            ? `${name} ${t("counting")}`
            : t("recounting", { name, value: shown })
          : undefined
      }
      aria-busy={isCounting}
      aria-disabled={isCounting || onDrill === undefined}
      data-old={isCounting || undefined}
      title={
        isCounting
          ? undefined
          : [hint, onDrill && t("only")].filter(Boolean).join("\n") || undefined
      }
      onClick={isCounting ? undefined : onDrill}
    >
      {shown ?? <span className={classes["waiting"]} />}
    </button>
  );
}
