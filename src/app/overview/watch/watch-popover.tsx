import { useState, type RefObject } from "react";
import { useWatchWords } from "#app/i18n/use-watch-words.ts";
import { ButtonPopover } from "#app/ui/button-popover.tsx";
import { WATCH_PANEL_ID } from "./watch-panel-id.ts";
import { WatchPanel } from "./watch-panel.tsx";
import type { WatchRule } from "./watch-rules.ts";
import type { WatchKeys } from "./watch-store.ts";

interface WatchPopoverProps {
  readonly button: RefObject<HTMLElement | null>;
  readonly keys: WatchKeys;
}

/** px */
const WIDTH = 420;

/** What was taken out last outlives the panel, and can be put back. */
export function WatchPopover({ button, keys }: WatchPopoverProps) {
  const words = useWatchWords();
  const [removed, setRemoved] = useState<WatchRule>();
  return (
    <ButtonPopover
      id={WATCH_PANEL_ID}
      button={button}
      label={words.panel}
      flush="end"
      widest={WIDTH}
      isOpenAtFirst
    >
      <WatchPanel keys={keys} removed={removed} onRemoved={setRemoved} />
    </ButtonPopover>
  );
}
