import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import classes from "./with-many.module.css";

const ManyDialog = createLazyPart(
  () => import("./many-dialog.tsx"),
  (module) => module.ManyDialog,
);

/** Fields for one number or id, and the way to many: a button, or several lines pasted into a field. */
export function WithMany({ children }: { children: ReactNode }) {
  const t = useTranslations("panel");
  const [isOpen, setOpen] = useState(false);
  const [pasted, setPasted] = useState<string>();
  return (
    <div
      className={classes["many"]}
      onPaste={(event) => {
        const text = event.clipboardData.getData("text");
        // The dialog, too, is below this one for React, and takes many lines by itself.
        if (isOpen || !/\S\s*[\r\n]+\s*\S/.test(text)) return;
        event.preventDefault();
        setPasted(text);
        setOpen(true);
      }}
    >
      {children}
      <Button
        type="link"
        size="small"
        className={classes["button"] ?? ""}
        onClick={() => {
          setPasted((before) => before ?? "");
          setOpen(true);
        }}
      >
        {t("many")}
      </Button>
      {pasted !== undefined && (
        <ManyDialog
          key={pasted}
          whenFailed={PartFailed}
          open={isOpen}
          pasted={pasted}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
