import { useHistogramShape } from "./histogram/histogram-shape.ts";
import classes from "./overview.module.css";

/** Where summary and histogram will stand, before their code and their figures are there. */
export function OverviewSkeleton() {
  const [shape] = useHistogramShape();
  return (
    <div aria-hidden className={`${classes["overview"]} ${classes[shape]}`}>
      <div className={classes["figures"]} />
      <div className={classes["title"]} />
      {shape !== "collapsed" && <div className={classes["bars"]} />}
    </div>
  );
}
