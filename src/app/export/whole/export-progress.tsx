import { useExportWords } from "#app/i18n/use-export-words.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { timeLeft } from "./export-pace.ts";
import type { ExportState } from "./run-whole-export.ts";
import classes from "./export-item.module.css";

/** How far an export is: records of the total, how many a second, how long it will take. */
export function ExportProgress({ start, written, rate }: Omit<ExportState, "stage">) {
  const t = useExportWords();
  const { count } = useFormats();
  if (start === undefined) return <span className={classes["state"]}>{t("whole.asking")}</span>;
  const { total } = start;
  const share = total === 0 ? 1 : Math.min(1, written / total);
  const left = timeLeft(total - written, rate);
  const text = t("whole.reading", { written: count(written), total: count(total) });
  return (
    <span className={classes["state"]}>
      <span
        role="progressbar"
        aria-label={t("whole.progress")}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={Math.min(written, total)}
        aria-valuetext={text}
        className={classes["bar"]}
      >
        <span style={{ transform: `scaleX(${share})` }} />
      </span>
      <span>{text}</span>
      {rate !== undefined && <span>{t("whole.rate", { rate: count(Math.round(rate)) })}</span>}
      {left !== undefined && <span>{t(`whole.left.${left.unit}`, { value: left.value })}</span>}
    </span>
  );
}
