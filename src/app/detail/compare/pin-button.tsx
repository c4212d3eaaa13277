import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import { useView } from "#app/view/use-view.tsx";
import { pinChange } from "./pin-change.ts";
import classes from "./compare.module.css";

/** Keeps a call, for the next one that is opened to stand beside it. */
export function PinButton({ contactId }: { readonly contactId: string }) {
  const t = useTranslations("compare");
  const { view, change } = useView();
  const isPinned = view.beside === contactId;
  return (
    <>
      <Button size="small" aria-keyshortcuts="C" onClick={() => change(pinChange)}>
        {t(isPinned ? "unpin" : "pin")}
      </Button>
      {isPinned && (
        <span role="status" className={classes["waiting"]}>
          {t("waiting")}
        </span>
      )}
    </>
  );
}
