import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import { createChoice, usePreference } from "#app/ui/preference.ts";
import { useCopy } from "#app/ui/use-copy.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import classes from "./fields.module.css";

const JSON_STATE = createChoice("callscope.detail.json", ["open", "folded"]);

/** The record as JSON, with the numbers as this reader sees them. */
export function RawJson({ record }: { record: CallRecord }) {
  const t = useTranslations("detail.json");
  const said = useTranslations("detail");
  const copy = useCopy({ copied: said("copied"), failed: said("notCopied") });
  const [state, setState] = usePreference(JSON_STATE);
  const isOpen = state === "open";
  const text = isOpen ? JSON.stringify(record, null, 2) : "";
  return (
    <details
      data-part="json"
      className={classes["section"]}
      open={isOpen}
      onToggle={({ currentTarget }) => setState(currentTarget.open ? "open" : undefined)}
    >
      <summary className={classes["summary"]}>
        <span className={classes["title"]}>{t("title")}</span>
      </summary>
      {isOpen && (
        <>
          <Button size="small" onClick={() => void copy(text)}>
            {t("copy")}
          </Button>
          <pre className={classes["json"]} tabIndex={0} aria-label={t("title")} role="region">
            {text}
          </pre>
        </>
      )}
    </details>
  );
}
