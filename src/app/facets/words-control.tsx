import Tag from "antd/es/tag";
import { useTranslations } from "use-intl";
import { parseText } from "#contract/codec.ts";
import type { FilterKeyOf } from "#contract/filters.ts";
import { TextFilter } from "#app/ui/text-filter.tsx";
import classes from "./filter-panel.module.css";
import type { ControlProps } from "./filter-control.tsx";
import { useSetCriterion } from "./use-set-criterion.ts";

/** Several texts, any of which may match: the customer's own words, which no list of ours knows. */
export function WordsControl(props: ControlProps<FilterKeyOf<"words">>) {
  const { filter, value: words = [], disabled } = props;
  const set = useSetCriterion(filter);
  const t = useTranslations();
  return (
    <>
      <TextFilter
        clearOnCommit
        label={t(`filters.${filter}`)}
        labelPlace="hidden"
        value={undefined}
        disabled={disabled}
        placeholder={t(`placeholders.${filter}`)}
        parse={parseText}
        badText={t("panel.badText")}
        onCommit={(word) => word !== undefined && set([...new Set([...words, word])])}
      />
      {words.length > 0 && (
        <div className={classes["words"]}>
          {words.map((word) => (
            <Tag
              key={word}
              disabled={disabled}
              closable={{ "aria-label": t("panel.remove", { value: word }) }}
              onClose={(event) => {
                event.preventDefault();
                set(words.filter((other) => other !== word));
              }}
            >
              {word}
            </Tag>
          ))}
        </div>
      )}
    </>
  );
}
