import Button from "antd/es/button";
import { memo } from "react";
import { useTranslations } from "use-intl";
import { Notice } from "#app/ui/notice.tsx";
import { useView } from "#app/view/use-view.tsx";
import classes from "./dashboard.module.css";

/** Enough to see what went wrong; a broken link can hold hundreds. */
const SHOWN = 5;

/** Says which parts of the address were dropped; closing it tidies the address. */
export const DroppedNotice = memo(function DroppedNotice() {
  const t = useTranslations();
  const { problems, tidy } = useView();
  if (problems.length === 0) return null;
  return (
    <Notice
      tone="info"
      actions={
        <Button size="small" onClick={tidy}>
          {t("panel.clear")}
        </Button>
      }
    >
      <span>{t("errors.dropped")}</span>
      {problems.slice(0, SHOWN).map(({ name, value, reason }, index) => (
        <code key={`${name}${String(index)}`} className={classes["dropped"]}>
          {`${value === undefined ? name : `${name}=${value}`} (${t(`errors.droppedReason.${reason}`)})`}
        </code>
      ))}
      {problems.length > SHOWN && (
        <span>{` ${t("errors.droppedMore", { count: problems.length - SHOWN })}`}</span>
      )}
    </Notice>
  );
});
