import TableOutlined from "@ant-design/icons/es/icons/TableOutlined";
import Button from "antd/es/button";
import { memo, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { placePanel } from "#app/ui/place-panel.ts";
import { useOwnEscape } from "#app/ui/use-own-escape.ts";
import { COLUMN_PANEL_ID } from "./open-column-panel.ts";
import popover from "#app/ui/popover-panel.module.css";

/** px */
const WIDTH = 320;

const ColumnPanel = createLazyPart(
  () => import("./column-panel.tsx"),
  (module) => module.ColumnPanel,
);

/**
 * Opens the choice of columns. The browser's own popover: it lies over everything, comes next to its
 * button for the Tab key, closes on Escape or a click beside it, and gives the focus back.
 */
export const ColumnButton = memo(function ColumnButton() {
  const t = useTranslations("columns");
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  // A click beside closes the panel, and takes nothing away that is typed.
  const [sought, setSought] = useState("");

  useEffect(() => {
    if (!open) return undefined;
    const place = () => {
      if (button.current && panel.current) placePanel(button.current, panel.current, "end", WIDTH);
    };
    addEventListener("resize", place);
    return () => removeEventListener("resize", place);
  }, [open]);

  useOwnEscape(open, () => panel.current?.hidePopover());

  return (
    <>
      <Button
        ref={button}
        size="small"
        icon={<TableOutlined aria-hidden />}
        title={t("hint")}
        aria-haspopup="dialog"
        popoverTarget={COLUMN_PANEL_ID}
      >
        {t("button")}
      </Button>
      <div
        ref={panel}
        id={COLUMN_PANEL_ID}
        popover="auto"
        role="dialog"
        aria-label={t("panel")}
        className={popover["panel"]}
        onBeforeToggle={({ newState }) => {
          if (newState === "open" && button.current && panel.current)
            placePanel(button.current, panel.current, "end", WIDTH);
        }}
        onToggle={({ newState }) => setOpen(newState === "open")}
      >
        {open && <ColumnPanel whenFailed={PartFailed} sought={sought} onSought={setSought} />}
      </div>
    </>
  );
});
