import { useEffect, useRef, useState, type RefObject } from "react";
import { useTranslations } from "use-intl";
import { placePanel } from "#app/ui/place-panel.ts";
import { useOwnEscape } from "#app/ui/use-own-escape.ts";
import { PANEL_ID } from "./saved-keys.ts";
import { SavedPanel, type RemovedView } from "./saved-panel.tsx";
import popover from "#app/ui/popover-panel.module.css";

/** px */
const WIDTH = 380;

/** A popover of the browser's own, as that of columns. It is opened as it is first drawn, then by its button. */
export function SavedPopover({ button }: { button: RefObject<HTMLElement | null> }) {
  const t = useTranslations("saved");
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [removed, setRemoved] = useState<RemovedView>();
  useOwnEscape(open, () => panel.current?.hidePopover());
  useEffect(() => panel.current?.showPopover(), []);
  useEffect(() => {
    if (!open) return undefined;
    const place = () => {
      if (button.current && panel.current)
        placePanel(button.current, panel.current, "start", WIDTH);
    };
    addEventListener("resize", place);
    return () => removeEventListener("resize", place);
  }, [open, button]);
  return (
    <div
      ref={panel}
      id={PANEL_ID}
      popover="auto"
      role="dialog"
      aria-label={t("button")}
      className={popover["panel"]}
      onBeforeToggle={({ newState }) => {
        if (newState === "open" && button.current && panel.current)
          placePanel(button.current, panel.current, "start", WIDTH);
      }}
      onToggle={({ newState }) => setOpen(newState === "open")}
    >
      {open && (
        <SavedPanel
          removed={removed}
          onRemoved={setRemoved}
          onClose={() => panel.current?.hidePopover()}
        />
      )}
    </div>
  );
}
