import { useHistogramShape } from "./histogram/histogram-shape.ts";
import beside from "#app/ui/beside.module.css";
import classes from "./overview.module.css";

/** The room of summary and histogram before anything is known: what is empty is drawn grey. */
export function OverviewToCome() {
  const [shape] = useHistogramShape();
  return (
    <div aria-hidden className={`${beside["room"]} ${classes["overview"]} ${classes[shape]}`} />
  );
}
