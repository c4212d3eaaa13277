import { useLast } from "#app/ui/use-last.ts";
import classes from "./summary-strip.module.css";

interface SummaryChangeProps {
  /** Absent while it is counted; null where there is none. */
  readonly text: string | null | undefined;
  /** What it was before. */
  readonly hint: string | undefined;
}

/** How a figure has changed; the change of a moment ago, dimmed, while it is counted anew. */
export function SummaryChange({ text, hint }: SummaryChangeProps) {
  const shown = useLast(text);
  if (shown === null || shown === undefined) return null;
  return (
    <span className={classes["change"]} title={hint} data-old={text === undefined || undefined}>
      {shown}
    </span>
  );
}
