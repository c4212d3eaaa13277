import ReloadOutlined from "@ant-design/icons/es/icons/ReloadOutlined";
import Button from "antd/es/button";
import { memo, useState } from "react";
import { useNow, useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/formats.ts";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { SegmentedChoice } from "#app/ui/segmented-choice.tsx";
import { useView, type ViewInHand } from "#app/view/use-view.tsx";
import { overridingCriterion } from "#contract/filter/criteria.ts";
import {
  isRelative,
  RELATIVE_RANGES,
  type RelativeRange,
  type TimeRange,
} from "#contract/time/time-range.ts";
import classes from "./time-range-control.module.css";

// The calendar is the largest control of all, and most days nobody opens it.
const CustomRange = createLazyPart(() =>
  import("./custom-range.tsx").then((module) => module.CustomRange),
);

const CUSTOM = "custom";

/** The view's time range: a preset or two instants, in the configured time zone, and its as-of. */
export function TimeRangeControl() {
  const { view, range, asOf, change, refresh } = useView();
  // One call is looked for whenever it was.
  const overridden = overridingCriterion(view.criteria) !== undefined;
  const parts = { time: view.time, range, asOf, overridden, change, refresh };
  return <TimeRangeBar {...parts} />;
}

interface TimeRangeBarProps extends Pick<ViewInHand, "range" | "asOf" | "change" | "refresh"> {
  time: TimeRange;
  overridden: boolean;
}

const TimeRangeBar = memo(function TimeRangeBar(props: TimeRangeBarProps) {
  const { time, range, asOf, overridden, change, refresh } = props;
  const t = useTranslations("time");
  const panel = useTranslations("panel");
  const formats = useFormats();
  // A tab left open overnight must say that its results are of yesterday.
  const now = useNow({ updateInterval: 60_000 }).getTime();
  const relative = isRelative(time) ? time.relative : undefined;
  // Choosing "custom" opens the calendar; the view changes only once both ends are chosen.
  const [choosing, setChoosing] = useState(false);
  const custom = choosing || relative === undefined;
  return (
    <div className={classes["bar"]}>
      <SegmentedChoice<string>
        aria-label={t("label")}
        disabled={overridden}
        {...(overridden && { title: panel("overridden") })}
        value={custom ? CUSTOM : (relative ?? CUSTOM)}
        options={[
          ...RELATIVE_RANGES.map((name) => ({ value: name, label: t(`ranges.${name}`) })),
          { value: CUSTOM, label: t("custom") },
        ]}
        onChange={(next) => {
          setChoosing(next === CUSTOM);
          // Every option but the last is a relative range.
          if (next !== CUSTOM) change({ time: { relative: next as RelativeRange } });
        }}
      />
      {custom && (
        <CustomRange
          whileLoading={<span className={classes["waiting"]} />}
          whenFailed={PartFailed}
          range={isRelative(time) ? range : time}
          isRelative={isRelative(time)}
          timeZone={formats.timeZone}
          open={choosing}
          disabled={overridden}
          onChange={(chosen) => {
            setChoosing(false);
            change({ time: chosen });
          }}
          onDismiss={() => setChoosing(false)}
        />
      )}
      <span className={classes["zone"]} title={formats.timeZone}>
        <span className={classes["zoneName"]}>{formats.timeZone}</span> {formats.offset(asOf)}
      </span>
      <span className={classes["asOf"]}>
        <span title={t("asOfHint")}>{t("asOf", { time: formats.clock(asOf, now) })}</span>
        <Button
          type="text"
          size="small"
          icon={<ReloadOutlined aria-hidden />}
          aria-label={t("refresh")}
          title={t("refresh")}
          onClick={refresh}
        />
      </span>
    </div>
  );
});
