import { useEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { placePanel } from "./place-panel.ts";
import { useOwnEscape } from "./use-own-escape.ts";
import classes from "./popover-panel.module.css";

interface ButtonPopoverProps {
  /** The button's `popoverTarget`. */
  readonly id: string;
  readonly button: RefObject<HTMLElement | null>;
  readonly label: string;
  /** With which end of the button it begins or ends. */
  readonly flush: "start" | "end";
  /** px */
  readonly widest: number;
  /** Whether it opens as it is first drawn, where its code came by the first press of the button. */
  readonly isOpenAtFirst?: boolean;
  /** Drawn while it is open. */
  readonly children: ReactNode;
}

/**
 * A panel below its button, as a popover of the browser's own: it lies over everything, comes next to its button
 * for the Tab key, closes on Escape or a click beside it, and gives the focus back.
 */
export function ButtonPopover(props: ButtonPopoverProps) {
  const { id, button, label, flush, widest, isOpenAtFirst = false, children } = props;
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useOwnEscape(open, () => panel.current?.hidePopover());
  useEffect(() => {
    if (isOpenAtFirst) panel.current?.showPopover();
  }, [isOpenAtFirst]);
  useEffect(() => {
    if (!open) return undefined;
    const place = () => {
      if (button.current && panel.current) placePanel(button.current, panel.current, flush, widest);
    };
    addEventListener("resize", place);
    return () => removeEventListener("resize", place);
  }, [open, button, flush, widest]);
  return (
    <div
      ref={panel}
      id={id}
      popover="auto"
      role="dialog"
      aria-label={label}
      className={classes["panel"]}
      onBeforeToggle={({ newState }) => {
        if (newState === "open" && button.current && panel.current)
          placePanel(button.current, panel.current, flush, widest);
      }}
      onToggle={({ newState }) => setOpen(newState === "open")}
    >
      {open && children}
    </div>
  );
}
