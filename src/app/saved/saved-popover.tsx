import { useState, type RefObject } from "react";
import { useTranslations } from "use-intl";
import { ButtonPopover } from "#app/ui/button-popover.tsx";
import { PANEL_ID } from "./saved-keys.ts";
import { SavedPanel, type RemovedView } from "./saved-panel.tsx";

/** px */
const WIDTH = 380;

/** What was taken out last outlives the panel, and can be put back. */
export function SavedPopover({ button }: { button: RefObject<HTMLElement | null> }) {
  const t = useTranslations("saved");
  const [removed, setRemoved] = useState<RemovedView>();
  return (
    <ButtonPopover
      id={PANEL_ID}
      button={button}
      label={t("button")}
      flush="start"
      widest={WIDTH}
      isOpenAtFirst
    >
      <SavedPanel
        removed={removed}
        onRemoved={setRemoved}
        onClose={() => document.getElementById(PANEL_ID)?.hidePopover()}
      />
    </ButtonPopover>
  );
}
