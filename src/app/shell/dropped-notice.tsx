import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import { useDroppedWords } from "#app/i18n/use-dropped-words.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useView } from "#app/view/use-view.tsx";
import { LINK_VERSION } from "#contract/view/link-note.ts";
import type { ViewProblem } from "#contract/view/view-codec.ts";
import { wantedOf } from "#contract/view/wanted.ts";
import classes from "./dashboard.module.css";

/** Enough to see what went wrong; a broken link can hold hundreds. */
const SHOWN = 5;

/** Says which parts of the address were dropped, and of what later edition it is; closing it tidies the address. */
export function DroppedNotice() {
  const t = useTranslations("panel");
  const words = useDroppedWords();
  const { problems, note, tidy } = useView();
  const isNewer = note.version > LINK_VERSION;
  return (
    <Notice
      tone="info"
      actions={
        <Button size="small" onClick={tidy}>
          {t("clear")}
        </Button>
      }
    >
      {isNewer && <span>{`${words.newerLink} `}</span>}
      {problems.length > 0 && <span>{words.dropped}</span>}
      {problems.slice(0, SHOWN).map((problem, index) => (
        <code key={`${problem.name}${String(index)}`} className={classes["dropped"]}>
          {textOf(problem)} (<Reason {...problem} />)
        </code>
      ))}
      {problems.length > SHOWN && <span>{` ${words.more(problems.length - SHOWN)}`}</span>}
    </Notice>
  );
}

const textOf = ({ name, value }: ViewProblem) => (value === undefined ? name : `${name}=${value}`);

/** With what is taken, where that is short; what a filter takes stands in the panel, in words. */
function Reason({ name, reason }: ViewProblem): string {
  const words = useDroppedWords();
  const wanted = reason === "bad-value" ? wantedOf(name) : undefined;
  switch (wanted?.is) {
    case "whole":
      return words.wanted.whole(wanted.least, wanted.most);
    case "option":
    case "sort":
      return words.wanted[wanted.is](wanted.options.join(", "));
    case "instant":
    case "duration":
    case "level":
    case "sample":
      return words.wanted[wanted.is];
    case "criterion":
      return wanted.whole ? words.wanted.number : words.reasons[reason];
    default:
      return words.reasons[reason];
  }
}
