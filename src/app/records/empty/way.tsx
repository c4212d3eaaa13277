import { useTranslations } from "use-intl";
import classes from "./empty-result.module.css";

interface WayProps {
  readonly text: string;
  /** Calls that it brings; absent while they are counted. */
  readonly total: number | undefined;
  readonly failed: boolean;
  readonly onTake: () => void;
}

/** One change, with the calls it would bring; before they are counted it can be made all the same. */
export function Way({ text, total, failed, onTake }: WayProps) {
  const t = useTranslations("empty");
  return (
    <button
      type="button"
      className={`${classes["way"]} ${total === 0 ? classes["vain"] : ""}`}
      onClick={onTake}
    >
      <span className={classes["what"]}>{text}</span>
      <span className={classes["count"]}>
        {total === undefined ? (failed ? "–" : "…") : t("calls", { count: total })}
      </span>
    </button>
  );
}
