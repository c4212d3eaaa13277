import { ToneDot } from "#app/ui/tone-dot.tsx";
import type { SpanWords } from "./use-span-words.ts";
import classes from "./histogram.module.css";

/** What the buckets under the mouse, or under the keys, hold. The slider says the same as its value. */
export function BucketTip({ words, percent }: { words: SpanWords; percent: number }) {
  return (
    <span
      role="tooltip"
      className={classes["tip"]}
      // Moved back by as much of its own width as it stands to the right: it never leaves the plot.
      style={{ insetInlineStart: `${percent}%`, translate: `-${percent}%` }}
    >
      <span className={classes["tipPeriod"]}>{words.period}</span>
      <strong>{words.count}</strong>
      {words.tones.map(({ tone, label, count }) => (
        <span key={tone} className={classes["tipTone"]}>
          <ToneDot tone={tone} />
          <span>{`${label} ${count}`}</span>
        </span>
      ))}
      {words.earlier && (
        <span className={classes["tipEarlier"]}>
          {`${words.earlier.period} · ${words.earlier.count}`}
        </span>
      )}
    </span>
  );
}
