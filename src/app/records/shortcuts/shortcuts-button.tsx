import QuestionCircleOutlined from "@ant-design/icons/es/icons/QuestionCircleOutlined";
import Button from "antd/es/button";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { isHelpKey } from "./help-key.ts";

const ShortcutsDialog = createLazyPart(() =>
  import("./shortcuts-dialog.tsx").then((module) => module.ShortcutsDialog),
);

/** Opens the help on keyboard shortcuts, as does `?` anywhere on the screen. One of it is enough. */
export function ShortcutsButton() {
  const t = useTranslations("shortcuts");
  // Mounted at its first use, and then kept: it gives the focus back once it has closed.
  const [dialog, setDialog] = useState<"unused" | "open" | "closed">("unused");
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const on = document.activeElement;
      if (!isHelpKey(event, on instanceof HTMLElement ? on : undefined)) return;
      // An open menu goes with the focus that it has, and could not take it back.
      if (on?.closest('[role="menu"]')) return;
      event.preventDefault();
      setDialog((old) => (old === "open" ? "closed" : "open"));
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <>
      <Button
        type="text"
        size="small"
        icon={<QuestionCircleOutlined aria-hidden />}
        aria-label={t("button")}
        aria-keyshortcuts="?"
        title={t("hint")}
        onClick={() => setDialog("open")}
      />
      {dialog !== "unused" && (
        <ShortcutsDialog
          whenFailed={PartFailed}
          open={dialog === "open"}
          onClose={() => setDialog("closed")}
        />
      )}
    </>
  );
}
