import AppstoreOutlined from "@ant-design/icons/es/icons/AppstoreOutlined";
import Button from "antd/es/button";
import { memo, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { usePainted } from "#app/ui/after-paint.ts";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { placePanel } from "#app/ui/place-panel.ts";
import { useOwnEscape } from "#app/ui/use-own-escape.ts";
import { useScreenKeys } from "#app/ui/use-screen-keys.ts";
import { KEPT_KEY, OPEN_KEY } from "./saved-keys.ts";
import classes from "./saved-button.module.css";

const SavedPanel = createLazyPart(
  () => import("./saved-panel.tsx"),
  (module) => module.SavedPanel,
);

const OpenName = createLazyPart(
  () => import("./open-name.tsx"),
  (module) => module.OpenName,
);

/** px */
const WIDTH = 380;
const PANEL_ID = "saved-panel";

/** Whether a view may be open: who has saved none, and opened none, need not wait for the code that knows. */
function mayBeOpen(): boolean {
  try {
    return [localStorage.getItem(KEPT_KEY), sessionStorage.getItem(OPEN_KEY)].some(Boolean);
  } catch {
    return false;
  }
}

/** Opens the saved views, and says which of them is open: a popover of the browser's own, as that of columns. */
export const SavedButton = memo(function SavedButton() {
  const t = useTranslations("saved");
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const isPainted = usePainted();
  const [isNamed, setNamed] = useState(mayBeOpen);
  useScreenKeys([[["v", "V", "ｖ"], () => panel.current?.togglePopover()]]);
  useOwnEscape(open, () => panel.current?.hidePopover());
  useEffect(() => {
    if (!open) return undefined;
    const place = () => {
      if (button.current && panel.current)
        placePanel(button.current, panel.current, "start", WIDTH);
    };
    place();
    addEventListener("resize", place);
    return () => removeEventListener("resize", place);
  }, [open]);
  const label = <span className={classes["name"]}>{t("button")}</span>;
  return (
    <>
      <Button
        ref={button}
        size="small"
        icon={<AppstoreOutlined aria-hidden />}
        title={`${t("hint")} (V)`}
        aria-haspopup="dialog"
        aria-keyshortcuts="V"
        popoverTarget={PANEL_ID}
        className={classes["button"] ?? ""}
      >
        {isPainted && isNamed ? (
          <OpenName whileLoading={label} whenFailed={() => label} otherwise={label} />
        ) : (
          label
        )}
      </Button>
      <div
        ref={panel}
        id={PANEL_ID}
        popover="auto"
        role="dialog"
        aria-label={t("button")}
        className={classes["panel"]}
        onBeforeToggle={({ newState }) => {
          if (newState === "open" && button.current && panel.current)
            placePanel(button.current, panel.current, "start", WIDTH);
        }}
        onToggle={({ newState }) => {
          setOpen(newState === "open");
          setNamed(true);
        }}
      >
        {open && (
          <SavedPanel whenFailed={PartFailed} onClose={() => panel.current?.hidePopover()} />
        )}
      </div>
    </>
  );
});
