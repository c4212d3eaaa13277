import Button from "antd/es/button";
import { memo } from "react";
import { useTranslations } from "use-intl";
import { Notice } from "#app/ui/notice.tsx";
import { useView } from "#app/view/use-view.tsx";
import type { ViewProblem } from "#contract/view/view-codec.ts";
import { wantedOf } from "#contract/view/wanted.ts";
import classes from "./dashboard.module.css";

/** Enough to see what went wrong; a broken link can hold hundreds. */
const SHOWN = 5;

/** Says which parts of the address were dropped; closing it tidies the address. */
export const DroppedNotice = memo(function DroppedNotice() {
  const t = useTranslations();
  const { problems, tidy } = useView();
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
      {problems.slice(0, SHOWN).map((problem, index) => (
        <code key={`${problem.name}${String(index)}`} className={classes["dropped"]}>
          {textOf(problem)} (<Reason {...problem} />)
        </code>
      ))}
      {problems.length > SHOWN && (
        <span>{` ${t("errors.droppedMore", { count: problems.length - SHOWN })}`}</span>
      )}
    </Notice>
  );
});

const textOf = ({ name, value }: ViewProblem) => (value === undefined ? name : `${name}=${value}`);

/** With what is taken, where that is short; what a filter takes stands in the panel, in words. */
function Reason({ name, reason }: ViewProblem): string {
  const t = useTranslations();
  const wanted = reason === "bad-value" ? wantedOf(name) : undefined;
  switch (wanted?.is) {
    case "whole":
      return t("errors.wanted.whole", { least: `${wanted.least}`, most: `${wanted.most}` });
    case "option":
    case "sort":
      return t(`errors.wanted.${wanted.is}`, { options: wanted.options.join(", ") });
    case "instant":
    case "duration":
      return t(`errors.wanted.${wanted.is}`);
    case "criterion":
      return t(wanted.whole ? "errors.wanted.number" : `errors.droppedReason.${reason}`);
    default:
      return t(`errors.droppedReason.${reason}`);
  }
}
