import { useEffect, useRef, useState, type RefObject } from "react";
import { useLevelWords } from "#app/i18n/use-level-words.ts";
import { placePanel } from "#app/ui/place-panel.ts";
import { useOwnEscape } from "#app/ui/use-own-escape.ts";
import { LEVEL_PANEL_ID } from "./level-panel-id.ts";
import { LevelPanel } from "./level-panel.tsx";
import popover from "#app/ui/popover-panel.module.css";

/** px */
const WIDTH = 340;

/** A popover of the browser's own. It is opened as it is first drawn, then by its button. */
export function LevelPopover({ button }: { button: RefObject<HTMLElement | null> }) {
  const words = useLevelWords();
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
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
      id={LEVEL_PANEL_ID}
      popover="auto"
      role="dialog"
      aria-label={words.panel}
      className={popover["panel"]}
      onBeforeToggle={({ newState }) => {
        if (newState === "open" && button.current && panel.current)
          placePanel(button.current, panel.current, "start", WIDTH);
      }}
      onToggle={({ newState }) => setOpen(newState === "open")}
    >
      {open && <LevelPanel />}
    </div>
  );
}
