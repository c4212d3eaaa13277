import Button from "antd/es/button";
import { useManyWords } from "#app/i18n/use-many-words.ts";
import { outsideText } from "#app/ui/outside-text.tsx";
import { useCopy } from "#app/ui/use-copy.ts";
import classes from "./many.module.css";

interface NamedItemsProps {
  readonly title: string;
  readonly items: readonly { readonly text: string; readonly why?: string }[];
}

/** Items that came to nothing, by the texts that were pasted, to be taken along. */
export function NamedItems({ title, items }: NamedItemsProps) {
  const words = useManyWords();
  const copy = useCopy({ copied: words.copied, failed: words.notCopied });
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={classes["head"]}>
        {title}
        <Button
          type="link"
          size="small"
          onClick={() => void copy(items.map(({ text }) => text).join("\n"))}
        >
          {words.copy}
        </Button>
      </h3>
      <ul className={classes["items"]}>
        {items.map(({ text, why }, place) => (
          // Of texts that are no items one may stand there twice; the list is never arranged anew.
          <li key={place}>
            {outsideText(text)}
            {why !== undefined && <span className={classes["why"]}>{why}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
