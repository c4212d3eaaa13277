import CloseOutlined from "@ant-design/icons/es/icons/CloseOutlined";
import { useTranslations } from "use-intl";
import { isolate } from "#app/ui/isolate.ts";
import { outsideText } from "#app/ui/outside-text.tsx";
import classes from "./filter-pills.module.css";

export interface FilterPillProps {
  readonly label: string;
  readonly text: string;
  /** What to know of it. */
  readonly note?: string | undefined;
  /** Whether another criterion makes the upstream ignore this one. */
  readonly isIdle: boolean;
  /** Absent: it cannot be taken away. */
  readonly onRemove: (() => void) | undefined;
}

/** One criterion, and a way to take it away. */
export function FilterPill({ label, text, note, isIdle, onRemove }: FilterPillProps) {
  const t = useTranslations("panel");
  return (
    // Ours and not antd's, whose styles would be made at the moment of the first tick.
    <span
      className={[
        classes["pill"],
        isIdle && classes["idle"],
        onRemove === undefined && classes["fixed"],
      ]
        .filter(Boolean)
        .join(" ")}
      title={isIdle ? t("overridden") : `${label}: ${isolate(text)}`}
    >
      <span className={classes["label"]}>{label}</span>
      <span className={classes["value"]}>{outsideText(text)}</span>
      {note !== undefined && <span className={classes["label"]}>{note}</span>}
      {onRemove && (
        <button
          type="button"
          className={classes["remove"]}
          aria-label={t("remove", { value: label })}
          onClick={onRemove}
        >
          <CloseOutlined aria-hidden />
        </button>
      )}
    </span>
  );
}
