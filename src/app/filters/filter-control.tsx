import { memo } from "react";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { isKind, type Criteria, type CriterionKey } from "#contract/filter/filters.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { Facet } from "./facet/facet.tsx";
import { TextControl } from "./text-control.tsx";

const LateControl = createLazyPart(
  () => import("./late-control.tsx"),
  (module) => module.LateControl,
);

interface FilterControlProps {
  readonly filter: CriterionKey;
  readonly value: Criteria[CriterionKey];
  readonly disabled: boolean;
  /** The calls to count; absent while there is nothing to count. */
  readonly calls: CallSet | undefined;
}

/** The control of one filter, by its declared kind; a kind without a control does not compile. */
export const FilterControl = memo(function FilterControl(props: FilterControlProps) {
  const { filter, value, disabled, calls } = props;
  if (isKind(filter, "text") || isKind(filter, "phone"))
    // No text among the criteria is a list.
    return <TextControl filter={filter} value={value as string | undefined} disabled={disabled} />;
  const facet = { chosen: [value ?? []].flat(), disabled, calls };
  if (isKind(filter, "choice") || isKind(filter, "multi-choice"))
    return <Facet facet={filter} {...facet} />;
  return <LateControl whenFailed={PartFailed} filter={filter} value={value} {...facet} />;
});
