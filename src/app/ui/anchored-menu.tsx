import Dropdown, { type DropdownProps } from "antd/es/dropdown/dropdown";
import { useCallback, useEffect } from "react";
import { flushSync } from "react-dom";
import classes from "./anchored-menu.module.css";

interface AnchoredMenuProps {
  /** What the menu is about. It gets the focus back, and scrolled away it closes the menu. */
  readonly of: HTMLElement;
  /** What gets the focus where `of` has left the document meanwhile. */
  readonly instead: () => HTMLElement | null;
  /** The upper left corner, in px of the window. */
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly items: NonNullable<NonNullable<DropdownProps["menu"]>["items"]>;
  readonly className?: string | undefined;
  /** Does what the item with this key says, once the menu is closed. */
  readonly onChoose: (key: string) => void;
  /** The menu is to be drawn no more. */
  readonly onClose: () => void;
}

/** A menu of antd at a point of the window. It is open as long as it is drawn, and takes the focus. */
export function AnchoredMenu(props: AnchoredMenuProps) {
  const { of, instead, onClose } = props;
  const close = useCallback(
    (run?: () => void) => {
      const giveFocusBack = () => (of.isConnected ? of : instead())?.focus({ preventScroll: true });
      // Antd's menu still works on the key that chose the item, and breaks if it is gone by then.
      queueMicrotask(() => {
        flushSync(onClose);
        giveFocusBack();
        // Drawn at once, to see whether what the menu was about is still there.
        if (run) flushSync(run);
        if (!of.isConnected) giveFocusBack();
      });
    },
    [of, instead, onClose],
  );
  useCloseOnScroll(of, close);
  usePreventBrowserMenu();
  return (
    <Dropdown
      open
      autoFocus
      // Like the menus of the system, it is there at once.
      transitionName=""
      trigger={["click"]}
      placement="bottomLeft"
      onOpenChange={(open) => {
        if (!open) close();
      }}
      menu={{
        "aria-label": props.label,
        className: props.className ?? "",
        items: props.items,
        onClick: ({ key }) => close(() => props.onChoose(key)),
      }}
    >
      <span
        className={classes["anchor"]}
        style={{ insetInlineStart: props.x, insetBlockStart: props.y }}
      />
    </Dropdown>
  );
}

function useCloseOnScroll(of: HTMLElement, onScroll: () => void) {
  useEffect(() => {
    const listen = ({ target }: Event) => {
      if (target instanceof Node && target.contains(of)) onScroll();
    };
    addEventListener("scroll", listen, true);
    return () => removeEventListener("scroll", listen, true);
  }, [of, onScroll]);
}

/** The key that opened the menu may ask for the browser's own when it comes up. */
function usePreventBrowserMenu() {
  useEffect(() => {
    const listen = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('[role="menu"]'))
        event.preventDefault();
    };
    addEventListener("contextmenu", listen, true);
    return () => removeEventListener("contextmenu", listen, true);
  }, []);
}
