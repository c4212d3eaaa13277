import QuestionCircleOutlined from "@ant-design/icons/es/icons/QuestionCircleOutlined";
import Button from "antd/es/button";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { useScreenKeys } from "#app/ui/use-screen-keys.ts";

const ShortcutsDialog = createLazyPart(
  () => import("./shortcuts-dialog.tsx"),
  (module) => module.ShortcutsDialog,
);

/** The wide one is that of Chinese keyboards. */
const HELP_KEYS = ["?", "？"];

/** Opens the help on keyboard shortcuts, as does `?` anywhere on the screen. One of it is enough. */
export function ShortcutsButton() {
  const t = useTranslations("shortcuts");
  // Mounted at its first use, and then kept: it gives the focus back once it has closed.
  const [dialog, setDialog] = useState<"unused" | "open" | "closed">("unused");
  useScreenKeys([[HELP_KEYS, () => setDialog((old) => (old === "open" ? "closed" : "open"))]]);
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
