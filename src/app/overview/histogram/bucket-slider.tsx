import { memo, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { useTranslations } from "use-intl";
import { cursorAfterKey, spanOf, within, type BucketCursor } from "./bucket-cursor.ts";
import { BucketTip } from "./bucket-tip.tsx";
import type { Bucket } from "./histogram-buckets.ts";
import { useSpanWords } from "./use-span-words.ts";
import classes from "./histogram.module.css";

interface BucketSliderProps {
  readonly buckets: readonly Bucket[];
  readonly earlier: readonly Bucket[] | undefined;
  readonly nowMs: number;
  /** Narrows the view to the buckets from one to another, both inclusive. */
  readonly onNarrow: (first: number, last: number) => void;
  /** Goes to a longer range. */
  readonly onOut: () => void;
}

/** Less is the hand's own tremble: a click, and not a drag. */
const DRAG_PX = 4;

/**
 * Lies over the bars and is what the reader moves on them, by mouse, finger and key: a click holds a
 * bucket and offers to narrow to it, a drag narrows, a double click and Escape go out. Only this is drawn
 * anew by a move, never the bars.
 */
export const BucketSlider = memo(function BucketSlider(props: BucketSliderProps) {
  const { buckets, earlier, nowMs, onNarrow, onOut } = props;
  const t = useTranslations("histogram");
  const wordsOf = useSpanWords(buckets, earlier, nowMs);
  const [held, setCursor] = useState<BucketCursor>();
  const cursor = held && within(held, buckets.length);
  // A bucket that was clicked stays while the mouse goes elsewhere, until another one is.
  const [isKept, setKept] = useState(false);
  const drag = useRef<{ x: number; at: number } | undefined>(undefined);
  const last = buckets.length - 1;
  const span = cursor && spanOf(cursor);
  const start = buckets[0]?.from ?? 0;
  const length = (buckets[last]?.end ?? 1) - start;
  const percentOf = (ms: number) => (100 * (ms - start)) / length;

  function bucketAt({ clientX, currentTarget }: PointerEvent) {
    const { left, width } = currentTarget.getBoundingClientRect();
    const ms = start + ((clientX - left) / width) * length;
    const index = buckets.findIndex(({ end }) => ms < end);
    return index < 0 ? last : index;
  }
  function letGo() {
    drag.current = undefined;
    setKept(false);
    setCursor(undefined);
  }
  function narrow(to: BucketCursor) {
    letGo();
    onNarrow(...spanOf(to));
  }
  function goOut() {
    letGo();
    onOut();
  }
  function onKeyDown(event: KeyboardEvent) {
    // Those are the browser's: Alt and an arrow go back and forth in its history.
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if ((event.key === "Enter" || event.key === " ") && cursor !== undefined) narrow(cursor);
    else if (event.key === "Escape" && cursor === undefined) goOut();
    else {
      const step = cursorAfterKey(cursor, event.key, event.shiftKey, buckets.length);
      if (step === undefined) return;
      drag.current = undefined;
      setKept(false);
      setCursor(step.cursor);
    }
    event.preventDefault();
    event.stopPropagation();
  }
  function onPointerMove(event: PointerEvent) {
    const from = drag.current;
    if (isKept && from === undefined) return;
    const at = bucketAt(event);
    const isDrag = from !== undefined && Math.abs(event.clientX - from.x) >= DRAG_PX;
    const next = isDrag ? { at, anchor: from.at } : { at: from?.at ?? at };
    // Every pixel is heard of, and few of them matter.
    if (next.at !== cursor?.at || next.anchor !== cursor.anchor) setCursor(next);
  }
  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        aria-label={t("slider")}
        aria-description={t("keys")}
        aria-valuemin={1}
        aria-valuemax={buckets.length}
        aria-valuenow={(cursor?.at ?? last) + 1}
        aria-valuetext={wordsOf(...(span ?? [last, last])).text}
        className={classes["slider"]}
        onKeyDown={onKeyDown}
        onFocus={({ currentTarget }) => {
          if (currentTarget.matches(":focus-visible")) setCursor((now) => now ?? { at: last });
        }}
        onBlur={({ relatedTarget, currentTarget }) => {
          // To the offer beside it, which is about the bucket.
          if (relatedTarget instanceof Node && currentTarget.parentElement?.contains(relatedTarget))
            return;
          letGo();
        }}
        onDoubleClick={goOut}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          const at = bucketAt(event);
          drag.current = { x: event.clientX, at };
          setKept(false);
          setCursor({ at });
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          if (drag.current === undefined || cursor === undefined) return;
          drag.current = undefined;
          if (cursor.anchor === undefined) setKept(true);
          else narrow(cursor);
        }}
        onPointerCancel={letGo}
        onPointerLeave={({ currentTarget }) => {
          // Who goes by keys keeps the cursor, and what was selected with it.
          if (isKept || drag.current !== undefined || currentTarget.matches(":focus-visible"))
            return;
          setCursor(undefined);
        }}
      >
        {span && <SpanMark {...edgesOf(span)} isSelection={cursor?.anchor !== undefined} />}
        {span && <BucketTip words={wordsOf(...span)} percent={middleOf(span)} />}
      </div>
      {isKept && span && (
        <ZoomIn
          text={t("zoomIn")}
          label={t("narrow", { period: wordsOf(...span).period })}
          percent={middleOf(span)}
          onClick={() => narrow({ at: span[0] })}
        />
      )}
    </>
  );

  function edgesOf([first, end]: readonly [number, number]) {
    return {
      from: percentOf(buckets[first]?.from ?? start),
      to: percentOf(buckets[end]?.end ?? start),
    };
  }
  function middleOf(of: readonly [number, number]) {
    const { from, to } = edgesOf(of);
    return (from + to) / 2;
  }
});

function SpanMark(props: { from: number; to: number; isSelection: boolean }) {
  return (
    <span
      className={`${classes["mark"]} ${props.isSelection ? classes["selection"] : ""}`}
      style={{ insetInlineStart: `${props.from}%`, inlineSize: `${props.to - props.from}%` }}
    />
  );
}

/** Stands beside the slider and not in it, where no button may be. */
function ZoomIn(props: { text: string; label: string; percent: number; onClick: () => void }) {
  return (
    <span className={classes["offer"]}>
      <button
        type="button"
        className={classes["zoomIn"]}
        style={{ insetInlineStart: `${props.percent}%`, translate: `-${props.percent}%` }}
        aria-label={`${props.text} · ${props.label}`}
        onClick={props.onClick}
      >
        {props.text}
      </button>
    </span>
  );
}
