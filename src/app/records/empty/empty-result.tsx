import { useQueries } from "@tanstack/react-query";
import Button from "antd/es/button";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { withCriterion } from "#contract/with-criterion.ts";
import { countsQuery, totalOf } from "#app/api/counts-query.ts";
import { criterionText } from "#app/i18n/criterion-text.ts";
import { useFormats } from "#app/i18n/formats.ts";
import { useLabels } from "#app/i18n/labels.ts";
import { Blank } from "#app/ui/blank.tsx";
import { useView } from "#app/view/use-view.tsx";
import classes from "./empty-result.module.css";
import { waysOut, type WayOut } from "./ways-out.ts";

/** No rows, with the reason: what each of the criteria keeps away, counted, and a step to see it. */
export function EmptyResult({ instance }: { instance: string }) {
  const t = useTranslations("empty");
  const { view, range, asOf, change } = useView();
  const { criteria } = view;
  const { timeZone } = useFormats();
  const ways = useMemo(
    () => waysOut({ instance, range, criteria }, asOf, timeZone),
    [instance, range, criteria, asOf, timeZone],
  );
  const counts = useQueries({
    queries: ways.map((way) => countsQuery({ of: "total", view: way.view }, asOf)),
  });
  const byContact = criteria.contactId !== undefined;
  const filtered = Object.keys(criteria).length > 0;
  const totals = counts.map(({ data }) => totalOf(data));
  const hasFailed = counts.some(({ isError }) => isError);
  const isInVain = filtered && ways.length > 0 && totals.every((total) => total === 0);
  return (
    <Blank
      title={t("title")}
      actions={
        filtered && (
          <Button
            onClick={() => {
              // Taking the contact id away brings the other filters back.
              const { contactId, ...others } = criteria;
              change({ criteria: contactId === undefined ? {} : others });
            }}
          >
            {t(byContact ? "clearContact" : "clearFilters")}
          </Button>
        )
      }
    >
      {t(byContact ? "contact" : filtered ? "filtered" : "unfiltered")}
      {ways.length > 0 && (
        <ul aria-label={t("ways")} className={classes["ways"]}>
          {ways.map((way, index) => (
            <li key={way.view}>
              <Way way={way} total={totals[index]} failed={counts[index]?.isError === true} />
            </li>
          ))}
        </ul>
      )}
      {isInVain && <p className={classes["note"]}>{t("inVain")}</p>}
      {hasFailed && (
        <p className={classes["note"]}>
          {t("countFailed")}{" "}
          <Button
            type="link"
            size="small"
            onClick={() => counts.forEach(({ isError, refetch }) => isError && void refetch())}
          >
            {t("countAgain")}
          </Button>
        </p>
      )}
    </Blank>
  );
}

/** One change, with the calls it would bring; before they are counted it can be made all the same. */
function Way(props: { way: WayOut; total: number | undefined; failed: boolean }) {
  const { way, total, failed } = props;
  const t = useTranslations("empty");
  const labels = useLabels();
  const { view, change } = useView();
  const text =
    "time" in way
      ? t("widen")
      : t("without", {
          filter: labels.filters[way.without],
          value: criterionText(labels, way.without, view.criteria),
        });
  return (
    <button
      type="button"
      className={`${classes["way"]} ${total === 0 ? classes["vain"] : ""}`}
      onClick={() =>
        change(({ criteria }) =>
          "time" in way
            ? { time: way.time }
            : { criteria: withCriterion(criteria, way.without, undefined) },
        )
      }
    >
      <span className={classes["what"]}>{text}</span>
      <span className={classes["count"]}>
        {total === undefined ? (failed ? "–" : "…") : t("calls", { count: total })}
      </span>
    </button>
  );
}
