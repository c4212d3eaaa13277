import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { usePreference, type Preference } from "#app/ui/preference.ts";
import classes from "./side-panel.module.css";

/** px; narrower, counts push labels out, and wider, the table has less than half of a small screen. */
const LIMITS = { least: 200, most: 480 } as const;
const USUAL = 240;
/** One press of a key, px. */
const STEP = 16;

const limited = (px: number) => Math.round(Math.min(LIMITS.most, Math.max(LIMITS.least, px)));

const WIDTH: Preference<number> = {
  key: "callscope.filter-width",
  read: (text) => (/^\d{1,4}$/.test(text) ? limited(Number(text)) : undefined),
  write: String,
};

/** What stands beside the table, with an edge that is drawn by mouse, finger or keys. */
export function SidePanel({ children }: { children: ReactNode }) {
  const t = useTranslations("panel");
  const [kept, keep] = usePreference(WIDTH);
  const [dragged, setDragged] = useState<number>();
  const start = useRef<{ x: number; width: number }>(undefined);
  const width = dragged ?? kept ?? USUAL;
  const widthAt = (event: PointerEvent) =>
    start.current && limited(start.current.width + event.clientX - start.current.x);
  function onPointerEnd(event: PointerEvent) {
    const px = widthAt(event);
    if (dragged !== undefined && px !== undefined) keep(px);
    start.current = undefined;
    setDragged(undefined);
  }
  function onKeyDown(event: KeyboardEvent) {
    const next = {
      ArrowLeft: width - STEP,
      ArrowRight: width + STEP,
      Home: LIMITS.least,
      End: LIMITS.most,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    keep(limited(next));
  }
  return (
    <aside className={classes["side"]} style={{ inlineSize: width }}>
      <div className={classes["content"]}>{children}</div>
      {/* https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/ */}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={t("width")}
        aria-valuemin={LIMITS.least}
        aria-valuemax={LIMITS.most}
        aria-valuenow={width}
        tabIndex={0}
        title={t("widthHint")}
        className={classes["edge"]}
        onKeyDown={onKeyDown}
        onDoubleClick={() => keep(undefined)}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          start.current = { x: event.clientX, width };
        }}
        onPointerMove={(event) => {
          const px = widthAt(event);
          if (px !== undefined && px !== width) setDragged(px);
        }}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
      />
    </aside>
  );
}
