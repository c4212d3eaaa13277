import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { limitSide, SIDE_LIMITS, useSideWidth } from "./side-width.ts";
import classes from "./side-panel.module.css";

/** One press of a key, px. */
const STEP = 16;

/** What stands beside the table, with an edge that is drawn by mouse, finger or keys. */
export function SidePanel({ children }: { children: ReactNode }) {
  const t = useTranslations("panel");
  const [kept, keep] = useSideWidth();
  const [dragged, setDragged] = useState<number>();
  const start = useRef<{ x: number; width: number }>(undefined);
  const width = dragged ?? kept;
  const widthAt = (event: PointerEvent) =>
    start.current && limitSide(start.current.width + event.clientX - start.current.x);
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
      Home: SIDE_LIMITS.least,
      End: SIDE_LIMITS.most,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    keep(limitSide(next));
  }
  return (
    <aside className={classes["side"]} style={{ inlineSize: width }}>
      <div className={classes["content"]}>{children}</div>
      {/* https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/ */}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={t("width")}
        aria-valuemin={SIDE_LIMITS.least}
        aria-valuemax={SIDE_LIMITS.most}
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
