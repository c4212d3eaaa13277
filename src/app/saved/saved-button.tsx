import Button from "antd/es/button";
import { memo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { usePainted } from "#app/ui/after-paint.ts";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { useScreenKeys } from "#app/ui/use-screen-keys.ts";
import { KEPT_KEY, OPEN_KEY, PANEL_ID } from "./saved-keys.ts";
import classes from "./saved-button.module.css";

const SavedPopover = createLazyPart(
  () => import("./saved-popover.tsx"),
  (module) => module.SavedPopover,
);

const OpenName = createLazyPart(
  () => import("./open-name.tsx"),
  (module) => module.OpenName,
);

/** A bookmark. */
const ICON = (
  <svg aria-hidden viewBox="0 0 16 16" width="1em" fill="none" stroke="currentColor">
    <path d="M3.5 1.5h9v13L8 11l-4.5 3.5z" />
  </svg>
);

/** Whether a view may be open: who has saved none, and opened none, need not wait for the code that knows. */
function mayBeOpen(): boolean {
  try {
    return [localStorage.getItem(KEPT_KEY), sessionStorage.getItem(OPEN_KEY)].some(Boolean);
  } catch {
    return false;
  }
}

/** Opens the saved views, and says which of them is open. */
export const SavedButton = memo(function SavedButton() {
  const t = useTranslations("saved");
  const button = useRef<HTMLButtonElement>(null);
  const isPainted = usePainted();
  const [isNamed] = useState(mayBeOpen);
  const [isUsed, setUsed] = useState(false);
  const toggle = () =>
    isUsed ? document.getElementById(PANEL_ID)?.togglePopover() : setUsed(true);
  useScreenKeys([[["v", "V"], toggle]]);
  const label = <span className={classes["name"]}>{t("button")}</span>;
  return (
    <>
      <Button
        ref={button}
        className={classes["button"] ?? ""}
        size="small"
        icon={ICON}
        title={`${t("hint")} (V)`}
        aria-haspopup="dialog"
        aria-keyshortcuts="V"
        // From its first use on the browser opens and closes what it names.
        popoverTarget={PANEL_ID}
        onClick={() => setUsed(true)}
      >
        {isPainted && (isNamed || isUsed) ? (
          <OpenName whileLoading={label} whenFailed={() => label} otherwise={label} />
        ) : (
          label
        )}
      </Button>
      {isUsed && <SavedPopover whenFailed={PartFailed} button={button} />}
    </>
  );
});
