import { useEffect, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { beginBudget, readBudget, subscribeToBudget } from "#app/api/upstream-budget.ts";
import { useFormats } from "#app/i18n/formats.ts";
import classes from "./budget-meter.module.css";

/**
 * What this view has cost upstream: its account's quota is one for all readers. `view` names the
 * question; another one begins anew.
 */
export function BudgetMeter({ view }: { view: string }) {
  const t = useTranslations("budget");
  const { count } = useFormats();
  const { calls, throttled, waiting } = useSyncExternalStore(subscribeToBudget, readBudget);
  useEffect(() => beginBudget(view), [view]);
  return (
    <span className={classes["meter"]} title={t("hint")}>
      {t("calls", { calls: count(calls) })}
      {throttled > 0 && (
        <span className={classes["throttled"]}>
          {t("throttled", { throttled: count(throttled) })}
        </span>
      )}
      {/* Said when it happens: a screen reader cannot see that counts are late. */}
      <span role="status" className={classes["throttled"]}>
        {waiting ? t("waiting") : ""}
      </span>
    </span>
  );
}
