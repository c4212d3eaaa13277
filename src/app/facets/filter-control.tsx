import { FILTERS, type CriterionKey } from "#contract/filters.ts";
import { ChoiceControl } from "./choice-control.tsx";
import { MultiChoiceControl } from "./multi-choice-control.tsx";
import { TextControl } from "./text-control.tsx";
import { WordsControl } from "./words-control.tsx";

/** The control of one filter, by its declared kind; a kind without a control does not compile. */
export function FilterControl({ filter, disabled }: { filter: CriterionKey; disabled: boolean }) {
  const row = FILTERS[filter];
  switch (row.kind) {
    case "multi-choice":
      // Each cast narrows the key to the keys of the kind that the switch has just found.
      return <MultiChoiceControl filter={filter as never} disabled={disabled} />;
    case "choice":
      return <ChoiceControl filter={filter as never} disabled={disabled} />;
    case "words":
      return <WordsControl filter={filter as never} disabled={disabled} />;
    case "phone":
    case "person":
    case "text":
      return <TextControl filter={filter as never} disabled={disabled} />;
    default:
      return row satisfies never;
  }
}
