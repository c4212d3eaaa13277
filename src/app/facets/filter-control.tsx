import { isKind, type CriterionKey } from "#contract/filters.ts";
import { ChoiceControl } from "./choice-control.tsx";
import { MultiChoiceControl } from "./multi-choice-control.tsx";
import { TextControl } from "./text-control.tsx";
import { WordsControl } from "./words-control.tsx";

/** The control of one filter, by its declared kind; a kind without a control does not compile. */
export function FilterControl({ filter, disabled }: { filter: CriterionKey; disabled: boolean }) {
  if (isKind(filter, "multi-choice"))
    return <MultiChoiceControl filter={filter} disabled={disabled} />;
  if (isKind(filter, "choice")) return <ChoiceControl filter={filter} disabled={disabled} />;
  if (isKind(filter, "words")) return <WordsControl filter={filter} disabled={disabled} />;
  return <TextControl filter={filter} disabled={disabled} />;
}
