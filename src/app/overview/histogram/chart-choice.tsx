import { useWeekWords } from "#app/i18n/use-week-words.ts";
import { useChange, useLinkedChart } from "#app/view/use-view.tsx";
import { WEEK_CHARTS } from "#contract/view/week-chart.ts";
import classes from "./histogram.module.css";

/** Calls over time or by hours of the week: in the address, so that a link shows the same. */
export function ChartChoice() {
  const words = useWeekWords();
  const change = useChange();
  const chart = useLinkedChart();
  const [first] = WEEK_CHARTS;
  const choices = [
    { name: words.byTime, isChosen: chart === undefined, to: undefined },
    { name: words.byWeek, isChosen: chart !== undefined, to: chart ?? first },
  ];
  return (
    <span role="group" aria-label={words.kinds} className={classes["kinds"]}>
      {choices.map(({ name, isChosen, to }) => (
        <button
          key={name}
          type="button"
          className={classes["choice"]}
          aria-pressed={isChosen}
          onClick={() => change({ chart: to })}
        >
          {name}
        </button>
      ))}
    </span>
  );
}
