import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useId, useState, type SubmitEvent } from "react";
import { useTranslations } from "use-intl";
import { useExportWords } from "#app/i18n/use-export-words.ts";
import { takesText } from "#app/ui/screen-key.ts";
import { isTooShortReason, REASON_LENGTH } from "#contract/api/reveal.ts";
import classes from "./reason-form.module.css";

/** Asks why so much is exported. */
export function ReasonForm({ onReason }: { onReason: (reason: string) => void }) {
  const t = useExportWords();
  const reveal = useTranslations("reveal");
  const id = useId();
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string>();
  // Whoever has begun to type elsewhere is not interrupted.
  const [isAwaited] = useState(() => !isTyping());

  function onSubmit(event: SubmitEvent) {
    event.preventDefault();
    const given = reason.trim();
    if (isTooShortReason(given)) setProblem(reveal("tooShort", { least: REASON_LENGTH.least }));
    else onReason(given);
  }
  return (
    <form className={classes["form"]} onSubmit={onSubmit}>
      <label htmlFor={id}>{t("whole.reason")}</label>
      <span className={classes["line"]}>
        <Input
          id={id}
          autoFocus={isAwaited}
          value={reason}
          maxLength={REASON_LENGTH.most}
          placeholder={t("whole.reasonPlaceholder")}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => {
            setReason(target.value);
            setProblem(undefined);
          }}
        />
        <Button type="primary" htmlType="submit">
          {t("whole.reasonGo")}
        </Button>
      </span>
      <p id={`${id}-hint`} className={classes["hint"]}>
        {t("whole.reasonHint")}
      </p>
      {problem !== undefined && (
        <p role="alert" className={classes["problem"]}>
          {problem}
        </p>
      )}
    </form>
  );
}

function isTyping(): boolean {
  const on = document.activeElement;
  return on instanceof HTMLElement && takesText(on);
}
