import TableOutlined from "@ant-design/icons/es/icons/TableOutlined";
import Button from "antd/es/button";
import { memo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { ButtonPopover } from "#app/ui/button-popover.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { COLUMN_PANEL_ID } from "./open-column-panel.ts";

/** px */
const WIDTH = 320;

const ColumnPanel = createLazyPart(
  () => import("./column-panel.tsx"),
  (module) => module.ColumnPanel,
);

/** Opens the choice of columns, and shows it below. */
export const ColumnButton = memo(function ColumnButton() {
  const t = useTranslations("columns");
  const button = useRef<HTMLButtonElement>(null);
  // A click beside closes the panel, and takes nothing away that is typed.
  const [sought, setSought] = useState("");

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
      <ButtonPopover
        id={COLUMN_PANEL_ID}
        button={button}
        label={t("panel")}
        flush="end"
        widest={WIDTH}
      >
        <ColumnPanel whenFailed={PartFailed} sought={sought} onSought={setSought} />
      </ButtonPopover>
    </>
  );
});
