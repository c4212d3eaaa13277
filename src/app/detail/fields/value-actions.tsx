import Button from "antd/es/button";
import { use } from "react";
import { useTranslations } from "use-intl";
import { useCopy } from "#app/ui/use-copy.ts";
import type { CellAction, CellTarget } from "#app/view/actions/cell-action.ts";
import { useActionContext } from "#app/view/actions/use-action-context.ts";
import { useFollow } from "#app/view/actions/use-follow.ts";
import { valueActions } from "#app/view/actions/value-actions.ts";
import type { Words } from "#labels/field-text.ts";
import { DrawerAlone } from "./drawer-alone.ts";
import classes from "./fields.module.css";

interface ValueActionsProps {
  readonly target: CellTarget;
  readonly text: string | undefined;
  readonly words: Words;
}

/** The same as from the table's cells, in the same words; why something cannot be done is said below. */
export function ValueActions({ target, text, words }: ValueActionsProps) {
  const t = useTranslations("actions");
  const follow = useFollow();
  const context = useActionContext(words);
  const copy = useCopy({ copied: t("copied"), failed: t("notCopied") });
  // It would hide the calls that were asked for.
  const isAlone = use(DrawerAlone);
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
