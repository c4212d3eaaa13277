import type { RefObject } from "react";
import { useLevelWords } from "#app/i18n/use-level-words.ts";
import { ButtonPopover } from "#app/ui/button-popover.tsx";
import { LEVEL_PANEL_ID } from "./level-panel-id.ts";
import { LevelPanel } from "./level-panel.tsx";

/** px */
const WIDTH = 340;

/** The choice of a service level, below the button that names it. */
export function LevelPopover({ button }: { button: RefObject<HTMLElement | null> }) {
  const words = useLevelWords();
  return (
    <ButtonPopover
      id={LEVEL_PANEL_ID}
      button={button}
      label={words.panel}
      flush="start"
      widest={WIDTH}
      isOpenAtFirst
    >
      <LevelPanel />
    </ButtonPopover>
  );
}
