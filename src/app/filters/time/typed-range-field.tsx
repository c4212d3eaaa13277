import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/use-formats.ts";
import { isRelative, type AbsoluteRange, type TimeRange } from "#contract/time/time-range.ts";
import { rangeText } from "#labels/range-text.ts";
import type { TypedProblem } from "./typed-range.ts";
import classes from "./range-panel.module.css";

interface TypedRangeFieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What the text means so far, and its instants. */
  readonly meant: { readonly time: TimeRange; readonly range: AbsoluteRange } | undefined;
  readonly problem: TypedProblem | undefined;
  /** Whether the reader has been done with a text that means nothing. */
  readonly isRefused: boolean;
  readonly asOf: number;
  readonly onDone: () => void;
}

/** A field for a range in words or figures; below it what they mean, before they have any effect. */
export function TypedRangeField(props: TypedRangeFieldProps) {
  const { text, onText, meant, problem, isRefused, asOf, onDone } = props;
  const t = useTranslations("time");
  const formats = useFormats();
  const id = useId();
  return (
    <div className={classes["typed"]}>
      <div className={classes["field"]}>
        <Input
          size="small"
          // With a finger one chooses; the keyboard would cover what there is to choose from.
          autoFocus={!matchMedia("(pointer: coarse)").matches}
          value={text}
          aria-label={t("typed")}
          aria-describedby={id}
          aria-invalid={isRefused}
          status={isRefused ? "error" : ""}
          placeholder={t("typedExample")}
          maxLength={120}
          autoComplete="off"
          spellCheck={false}
          onFocus={(event) => event.target.select()}
          onChange={(event) => onText(event.target.value)}
          onPressEnter={(event) => {
            if (event.nativeEvent.isComposing) return;
            event.preventDefault();
            onDone();
          }}
        />
        <Button size="small" type="primary" disabled={text.trim() === ""} onClick={onDone}>
          <span>{t("apply")}</span>
        </Button>
      </div>
      <p id={id} role="status" className={isRefused ? classes["refused"] : classes["meaning"]}>
        <span>{meant === undefined ? t(problem ?? "typedHint") : meaningOf(meant)}</span>
      </p>
    </div>
  );

  function meaningOf({ time, range }: NonNullable<TypedRangeFieldProps["meant"]>) {
    const instants = rangeText(range, formats, asOf);
    return isRelative(time) ? `${t(`ranges.${time.relative}`)} · ${instants}` : instants;
  }
}
