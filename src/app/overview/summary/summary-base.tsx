import { useLast } from "#app/ui/use-last.ts";
import classes from "./summary-strip.module.css";

interface SummaryBaseProps {
  /** Absent while it is counted; null where there is none to tell. */
  readonly text: string | null | undefined;
}

/** The calls that the figures before it are about. Their own names say it to whoever only hears them. */
export function SummaryBase({ text }: SummaryBaseProps) {
  const shown = useLast(text);
  if (shown === null) return null;
  return (
    <span className={classes["base"]} data-old={text === undefined || undefined} aria-hidden>
      {shown ?? <span className={classes["waiting"]} />}
    </span>
  );
}
