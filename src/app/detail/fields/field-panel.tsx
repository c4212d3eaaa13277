import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import type { Words } from "#app/i18n/field-text.ts";
import { useCopy } from "#app/ui/use-copy.ts";
import { useNarrow } from "#app/ui/use-narrow.ts";
import type { CellAction, CellTarget } from "#app/view/actions/cell-action.ts";
import { listOf } from "#app/view/actions/target-value.ts";
import { useActionContext } from "#app/view/actions/use-action-context.ts";
import { useFollow } from "#app/view/actions/use-follow.ts";
import { valueActions } from "#app/view/actions/value-actions.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { RecordField } from "#contract/record/record-fields.ts";
import { textOfField } from "./field-words.ts";
import classes from "./fields.module.css";

interface FieldPanelProps {
  readonly record: CallRecord;
  readonly field: RecordField;
  readonly words: Words;
  readonly meaning: string;
}

/** What a field means, and what can be done with its value, or with each of several. */
export function FieldPanel({ record, field, words, meaning }: FieldPanelProps) {
  const target = { record, column: field, field };
  const items = listOf(record, field) ?? [];
  return (
    <>
      <p className={classes["meaning"]}>{meaning}</p>
      {items.length > 1 ? (
        items.map((item, index) => (
          // The same agent may come twice: only the place in the chain tells them apart.
          <div key={index} role="group" aria-label={item}>
            <p className={classes["item"]}>
              <bdi>{item}</bdi>
            </p>
            <ValueActions target={{ ...target, index }} text={item} words={words} />
          </div>
        ))
      ) : (
        <ValueActions
          target={items.length === 1 ? { ...target, index: 0 } : target}
          text={textOfField(record, field, words)}
          words={words}
        />
      )}
    </>
  );
}

interface ValueActionsProps {
  readonly target: CellTarget;
  readonly text: string | undefined;
  readonly words: Words;
}

/** The same as from the table's cells, in the same words; why something cannot be done is said below. */
function ValueActions({ target, text, words }: ValueActionsProps) {
  const t = useTranslations("actions");
  const follow = useFollow();
  const context = useActionContext(words);
  const copy = useCopy({ copied: t("copied"), failed: t("notCopied") });
  // Where the drawer takes the whole screen, it would hide the calls that were asked for.
  const isAlone = useNarrow();
  const actions = valueActions(target, context);
  const possible = actions.filter(({ enabled }) => enabled);
  const hints = new Set(
    actions.flatMap(({ label, values, hint, enabled }) => {
      if (hint === undefined) return [];
      const why = t(`hints.${hint}`);
      return enabled ? why : t("title", { column: t(`items.${label}`, values), value: why });
    }),
  );
  const run = (action: CellAction) => follow(action, isAlone ? { record: undefined } : {});
  return (
    <>
      <span className={classes["actions"]}>
        {text !== undefined && (
          <Button size="small" onClick={() => void copy(text)}>
            {t("items.copyValue")}
          </Button>
        )}
        {possible.map((action) => (
          <Button key={action.id} size="small" onClick={() => run(action)}>
            {t(`items.${action.label}`, action.values)}
          </Button>
        ))}
      </span>
      {[...hints].map((hint) => (
        <p key={hint} className={classes["hint"]}>
          {hint}
        </p>
      ))}
    </>
  );
}
