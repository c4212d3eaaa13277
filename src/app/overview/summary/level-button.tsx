import CaretDownOutlined from "@ant-design/icons/es/icons/CaretDownOutlined";
import { useRef, useState } from "react";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { useLevelWords } from "#app/i18n/use-level-words.ts";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { LEVEL_PANEL_ID } from "./level-panel-id.ts";
import classes from "./summary-strip.module.css";

const LevelPopover = createLazyPart(
  () => import("./level-popover.tsx"),
  (module) => module.LevelPopover,
);

/** Says which service level is shown, and opens the choice of another. */
export function LevelButton({ name }: { name: string }) {
  const words = useLevelWords();
  const button = useRef<HTMLButtonElement>(null);
  const [isUsed, setUsed] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classes["choose"]}
        aria-label={words.choose(name)}
        aria-haspopup="dialog"
        title={words.panel}
        // From its first use on the browser opens and closes what it names.
        popoverTarget={LEVEL_PANEL_ID}
        onClick={() => setUsed(true)}
      >
        <span>{name}</span>
        <CaretDownOutlined aria-hidden />
      </button>
      {isUsed && <LevelPopover whenFailed={PartFailed} button={button} />}
    </>
  );
}
