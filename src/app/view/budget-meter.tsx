import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { useIsBusyWith } from "#app/api/busy.ts";
import { isOfCounts } from "#app/api/counts-query.ts";
import { useTold } from "#app/api/told.ts";
import { beginBudget, BUDGET, isViewWaiting } from "#app/api/upstream-budget.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import classes from "./budget-meter.module.css";

/**
 * What this view has cost upstream: its account's quota is one for all readers. `view` names what
 * is asked for; another one begins anew.
 */
export function BudgetMeter({ instance, view }: { instance: string; view: string }) {
  const t = useTranslations("budget");
  const { count } = useFormats();
  const client = useQueryClient();
  const budget = useTold(BUDGET);
  const { calls, throttled } = budget;
  const isBusy = useIsBusyWith(isOfCounts);
  useEffect(() => beginBudget(client, instance, view), [client, instance, view]);
  return (
    <span className={classes["meter"]} title={t("hint")}>
      <span>{t("calls", { calls: count(calls) })}</span>
      {throttled > 0 && (
        <span className={classes["throttled"]}>
          {t("throttled", { throttled: count(throttled) })}
        </span>
      )}
      {/* Said when it happens: a screen reader cannot see that counts are late. */}
      <span role="status" className={classes["throttled"]}>
        {isBusy ? t("busy") : isViewWaiting(budget) ? t("waiting") : ""}
      </span>
    </span>
  );
}
