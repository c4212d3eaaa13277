import { memo } from "react";
import { isKind, type Criteria, type CriterionKey, type FilterValue } from "#contract/filters.ts";
import { ChoiceControl } from "./choice-control.tsx";
import { MultiChoiceControl } from "./multi-choice-control.tsx";
import { TextControl } from "./text-control.tsx";
import { WordsControl } from "./words-control.tsx";

/** What a control needs to know of its filter. */
export interface ControlProps<F extends CriterionKey> {
  readonly filter: F;
  /** Absent: the filter is not set. */
  readonly value: FilterValue<F> | undefined;
  readonly disabled: boolean;
}

/**
 * The control of one filter, by its declared kind; a kind without a control does not compile. It is
 * drawn anew by its own value only, so that a tick is answered at once.
 */
export const FilterControl = memo(function FilterControl(props: {
  filter: CriterionKey;
  value: Criteria[CriterionKey];
  disabled: boolean;
}) {
  const { filter, value, disabled } = props;
  // The cast is sound: the value comes from the filter's own place among the criteria, which the
  // checks below tell of the filter and not of its value.
  const rest = { value: value as never, disabled };
  if (isKind(filter, "multi-choice")) return <MultiChoiceControl filter={filter} {...rest} />;
  if (isKind(filter, "choice")) return <ChoiceControl filter={filter} {...rest} />;
  if (isKind(filter, "words")) return <WordsControl filter={filter} {...rest} />;
  return <TextControl filter={filter} {...rest} />;
});
