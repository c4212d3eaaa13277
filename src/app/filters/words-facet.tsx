import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { TextFilter } from "#app/ui/text-filter.tsx";
import { parseText } from "#contract/filter/codec.ts";
import type { FacetKey, FilterKeyOf } from "#contract/filter/filters.ts";
import { Facet } from "./facet/facet.tsx";
import { useChoosing } from "./facet/use-choosing.ts";
import type { FacetProps } from "./facet/use-facet.ts";

const NONE: readonly string[] = [];

/** The customer's own words, learned from the calls; any other can be added by hand. */
export function WordsFacet(props: FacetProps & { facet: Extract<FacetKey, FilterKeyOf<"words">> }) {
  const { facet, chosen, disabled } = props;
  const t = useTranslations();
  const badText = useCallback(() => t("panel.badText"), [t]);
  const { onToggle } = useChoosing(facet, NONE, undefined);
  return (
    <>
      <TextFilter
        clearOnCommit
        label={t(`filters.${facet}`)}
        labelPlace="hidden"
        value={undefined}
        disabled={disabled}
        placeholder={t(`placeholders.${facet}`)}
        parse={parseText}
        badText={badText}
        clearText={t("panel.clear")}
        onCommit={(word) => {
          if (word !== undefined && !chosen.includes(word)) onToggle(word);
        }}
      />
      <Facet {...props} />
    </>
  );
}
