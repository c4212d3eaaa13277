import ReloadOutlined from "@ant-design/icons/es/icons/ReloadOutlined";
import Button from "antd/es/button";
import { memo } from "react";
import { useNow, useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useTimeSteps, type TimeSteps } from "#app/view/use-time-steps.ts";
import { useView, type ViewInHand } from "#app/view/use-view.tsx";
import { overridingCriterion } from "#contract/filter/criteria.ts";
import type { TimeRange } from "#contract/time/time-range.ts";
import { RangeButton } from "./range-button.tsx";
import { StepButtons } from "./step-buttons.tsx";
import classes from "./time-range-control.module.css";

/** The view's time range in one line, steps to those beside and around it, and its as-of. */
export function TimeRangeControl() {
  const { view, range, asOf, change, refresh } = useView();
  const steps = useTimeSteps();
  // One call is looked for whenever it was.
  const overridden = overridingCriterion(view.criteria) !== undefined;
  const parts = { time: view.time, range, asOf, overridden, change, refresh, steps };
  return <TimeRangeBar {...parts} />;
}

interface TimeRangeBarProps extends Pick<ViewInHand, "range" | "asOf" | "change" | "refresh"> {
  time: TimeRange;
  overridden: boolean;
  steps: TimeSteps;
}

const TimeRangeBar = memo(function TimeRangeBar(props: TimeRangeBarProps) {
  const { time, range, asOf, overridden, change, refresh, steps } = props;
  const t = useTranslations("time");
  const formats = useFormats();
  // A tab left open overnight must say that its results are of yesterday.
  const now = useNow({ updateInterval: 60_000 }).getTime();
  const clock = formats.clock(asOf, now);
  return (
    <div className={classes["bar"]}>
      <StepButtons steps={steps}>
        <RangeButton
          time={time}
          range={range}
          asOf={asOf}
          disabled={overridden}
          onChange={(chosen) => change({ time: chosen })}
        />
      </StepButtons>
      <span className={classes["asOf"]}>
        <span title={t("asOfHint")}>{t("asOf", { time: clock })}</span>
        <Button
          type="text"
          size="small"
          icon={<ReloadOutlined aria-hidden />}
          aria-label={t("refresh")}
          title={t("refresh")}
          onClick={refresh}
        />
        <span aria-hidden title={t("asOfHint")} className={classes["clock"]}>
          {clock}
        </span>
      </span>
    </div>
  );
});
