import { useWeekWords } from "#app/i18n/use-week-words.ts";
import { HEAT_STEPS } from "./week-heat.ts";
import classes from "./week.module.css";

/** What the colours mean: none to `most`, from light to dark. */
export function WeekScale({ most }: { most: string }) {
  const words = useWeekWords();
  return (
    <span role="img" aria-label={words.scale(most)} className={classes["scale"]}>
      <span>0</span>
      {Array.from({ length: HEAT_STEPS }, (_none, index) => (
        <span key={index} data-step={index + 1} className={classes["swatch"]} />
      ))}
      <span>{most}</span>
    </span>
  );
}
