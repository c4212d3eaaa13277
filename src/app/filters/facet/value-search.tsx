import { useTranslations } from "use-intl";
import classes from "./facet.module.css";

/** Narrows the values of a long facet as one types. It changes nothing of the view. */
export function ValueSearch(props: {
  label: string;
  value: string;
  onChange: (text: string) => void;
}) {
  const t = useTranslations("facets");
  return (
    <input
      type="search"
      className={classes["search"]}
      aria-label={props.label}
      placeholder={t("searchShort")}
      autoComplete="off"
      spellCheck={false}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || props.value === "") return;
        // One Escape clears the field, the next may close what it is in.
        event.preventDefault();
        event.stopPropagation();
        props.onChange("");
      }}
    />
  );
}
