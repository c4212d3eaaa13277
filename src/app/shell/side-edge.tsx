import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import { useTranslations } from "use-intl";
import { limitSide, SIDE_LIMITS } from "./side-width.ts";
import classes from "./side-panel.module.css";

/** One press of a key, px. */
const STEP = 16;

interface SideEdgeProps {
  /** Of what stands beside the table now, px. */
  width: number;
  /** While the pointer moves; undefined once it has let go. */
  onDrag: (px: number | undefined) => void;
  /** `undefined` is the usual width. */
  onKeep: (px: number | undefined) => void;
}

/** The edge that is drawn by mouse, finger or keys. */
export function SideEdge({ width, onDrag, onKeep }: SideEdgeProps) {
  const t = useTranslations("panel");
  const start = useRef<{ x: number; width: number }>(undefined);
  const widthAt = (event: PointerEvent) =>
    start.current && limitSide(start.current.width + event.clientX - start.current.x);
  function onPointerEnd(event: PointerEvent) {
    const px = widthAt(event);
    if (px !== undefined && px !== start.current?.width) onKeep(px);
    start.current = undefined;
    onDrag(undefined);
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
    onKeep(limitSide(next));
  }
  return (
    // https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/

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
      onDoubleClick={() => onKeep(undefined)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        const px = widthAt(event);
        if (px !== undefined && px !== width) onDrag(px);
      }}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
    />
  );
}
