import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { useComparison } from "#app/view/use-comparison.ts";
import { isKind, type FacetKey } from "#contract/filter/filters.ts";
import type { Tone } from "#contract/record/tones.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { optionLabel } from "#labels/option-label.ts";
import { documentedOf } from "./facet-choice.ts";
import { optionTone } from "./option-tone.ts";
import { shownCounts, type ShownCounts } from "./shown-counts.ts";
import { useArrangedValues } from "./use-arranged-values.ts";
import { useFacetCounts, type FacetCounts } from "./use-facet-counts.ts";
import { useFacetOrder } from "./use-facet-order.ts";

export interface FacetProps {
  readonly facet: FacetKey;
  /** The values in effect; none when the filter is not set. */
  readonly chosen: readonly string[];
  readonly disabled: boolean;
  /** The calls to count; absent while there is nothing to count. */
  readonly calls: CallSet | undefined;
  /** Values that the reader used lately: counted, too. */
  readonly recent?: readonly string[];
  /** How values of no list are called, as far as that is known. */
  readonly nameOf?: (value: string) => string | undefined;
  /** Hears of each value that was ticked. */
  readonly onChosen?: (value: string) => void;
}

export interface FacetInHand {
  readonly counts: FacetCounts;
  readonly shown: ShownCounts;
  /** In the order in which they stand. */
  readonly values: readonly string[];
  /** Those that the data has beside the documented ones. */
  readonly found: readonly string[];
  readonly labelOf: (value: string) => string;
  readonly toneOf: (value: string) => Tone | undefined;
}

const NONE: readonly string[] = [];

/** A facet's values, in order, with their labels and counts. */
export function useFacet(props: FacetProps): FacetInHand {
  const { facet, chosen, calls, recent = NONE, nameOf } = props;
  const t = useTranslations("facets");
  const labels = useLabels();
  const formats = useFormats();
  const [compare] = useComparison();
  const [order] = useFacetOrder();

  const documented = documentedOf(facet);
  const wanted = chosen.filter((value) => !documented.includes(value));
  const counts = useFacetCounts(facet, calls, { wanted, recent, compare });
  const { answer, old, whole, before } = counts;
  const shown = useMemo(
    () =>
      shownCounts({ answer, old, whole, before }, compare, {
        formats,
        previous: (texts) => t("previous", texts),
        before: (texts) => t("before", texts),
        beforeOnly: (texts) => t("beforeOnly", texts),
        unknown: t("unknown"),
        atLeast: (texts) => t("atLeast", texts),
        unknownHint: t("unknownHint"),
        atLeastHint: t("atLeastHint"),
      }),
    [answer, old, whole, before, compare, formats, t],
  );
  const settled = whole ?? old;
  const found = useMemo(
    () => [...(settled?.counts.keys() ?? [])].filter((value) => !documented.includes(value)),
    [settled, documented],
  );
  const values = useArrangedValues(
    {
      values: [...documented, ...found, ...answer.counts.keys(), ...chosen],
      documented,
      chosen,
      order,
      countOf: shown.countOf,
      changeOf: shown.changeOf,
    },
    [whole, before],
  );

  const labelled = isKind(facet, "choice") || isKind(facet, "multi-choice") ? facet : undefined;
  return {
    counts,
    shown,
    values,
    found,
    labelOf: (value) =>
      labelled !== undefined ? optionLabel(labels, labelled, value) : (nameOf?.(value) ?? value),
    toneOf: (value) => (labelled === undefined ? undefined : optionTone(labelled, value)),
  };
}
