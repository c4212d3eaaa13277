import ArrowUpOutlined from "@ant-design/icons/es/icons/ArrowUpOutlined";
import Button from "antd/es/button";
import { memo, useRef } from "react";
import { useTranslations } from "use-intl";
import { useView } from "#app/view/use-view.tsx";
import type { CallSet } from "#contract/view/call-set.ts";
import { useArrivals } from "./use-arrivals.ts";
import beside from "#app/ui/beside.module.css";
import heard from "#app/ui/heard.module.css";
import classes from "./arrivals-button.module.css";

interface ArrivalsButtonProps {
  /** The view's own calls, not the earlier one that may still be on screen. */
  calls: CallSet;
  /** How many calls it has, where that is known. */
  total: number | undefined;
  /** Whether they are shown by themselves in a moment, so that nothing need be said. */
  isQuiet: boolean;
}

/**
 * Says how many calls have come in since the as-of, and shows them. It floats over the first rows of
 * the table and stands right before it.
 */
export const ArrivalsButton = memo(function ArrivalsButton(props: ArrivalsButtonProps) {
  const { calls, total, isQuiet } = props;
  const t = useTranslations("status");
  const { refreshToTop } = useView();
  const place = useRef<HTMLDivElement>(null);
  const arrivals = useArrivals(calls, total) ?? 0;
  return (
    <div ref={place} tabIndex={-1} className={`${beside["room"]} ${classes["place"]}`}>
      {/* Without the number, which would be read out at every poll. */}
      <span role="status" className={heard["heard"]}>
        {arrivals > 0 && !isQuiet && t("arrived")}
      </span>
      {arrivals > 0 && (
        <Button
          type="primary"
          size="small"
          shape="round"
          icon={<ArrowUpOutlined aria-hidden />}
          onClick={() => {
            // The button goes away, and the focus with it; from here the next stop is the table.
            place.current?.focus();
            refreshToTop();
          }}
        >
          {t("arrivals", { count: arrivals })}
        </Button>
      )}
    </div>
  );
});
