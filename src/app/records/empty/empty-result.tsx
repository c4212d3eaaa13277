import { useQueries, useSuspenseQuery } from "@tanstack/react-query";
import Button from "antd/es/button";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { countsQuery, totalOf } from "#app/api/counts-query.ts";
import { shownOf, useKnownNumbers, withNumbers } from "#app/api/known-numbers.ts";
import { useIsTold } from "#app/api/outage.ts";
import { sessionQuery } from "#app/api/session-query.ts";
import { usePersonName } from "#app/api/use-person-name.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { Blank } from "#app/ui/blank.tsx";
import { isolate } from "#app/ui/isolate.ts";
import { useView } from "#app/view/use-view.tsx";
import { activeCriteria, withCriterion } from "#contract/filter/criteria.ts";
import { isKind, type CriterionKey, type FilterKeyOf } from "#contract/filter/filters.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { criterionText } from "#labels/criterion-text.ts";
import { useNearestDays } from "./use-nearest-days.ts";
import { WayToDay } from "./way-to-day.tsx";
import { Way } from "./way.tsx";
import { waysOut, type WayOut } from "./ways-out.ts";
import classes from "./empty-result.module.css";

/**
 * No rows, with the reason: where the nearest calls are, what each of the criteria keeps away, counted, and
 * a step to see it.
 */
export function EmptyResult({ calls }: { calls: CallSet }) {
  const t = useTranslations("empty");
  const { change } = useView();
  const { instance, criteria } = calls;
  const session = useSuspenseQuery(sessionQuery()).data;
  const known = useKnownNumbers();
  const ways = useMemo(
    () =>
      waysOut(
        calls,
        session,
        session.scope,
        withNumbers(known, calls.instance, calls.criteria, shownOf),
      ),
    [calls, session, known],
  );
  const counts = useQueries({
    queries: ways.map((way) => countsQuery(way.calls, { of: "total" })),
  });
  const byContact = criteria.contactId !== undefined;
  const { scope } = session;
  const filtered = activeCriteria(criteria).some((key) => key !== scope?.filter);
  const totals = counts.map(({ data }) => totalOf(data));
  const isTold = useIsTold(counts.find(({ isError }) => isError)?.error);
  const hasFailed = !isTold && counts.some(({ isError }) => isError);
  const nearest = useNearestDays(calls, session);
  // Whom a scope bounds knows nothing of the whole instance.
  const isVoid = !filtered && scope === null && nearest.areNone;
  const isInVain = filtered && ways.length > 0 && totals.every((total) => total === 0);
  return (
    <Blank
      title={t(isVoid ? "voidTitle" : "title")}
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
      <span>
        {t(isVoid ? "void" : byContact ? "contact" : filtered ? "filtered" : "unfiltered")}
      </span>
      {!isVoid && ways.length + nearest.days.length > 0 && (
        <ul aria-label={t("ways")} className={classes["ways"]}>
          {nearest.days.map(({ side, day }) => (
            <li key={side}>
              <WayToDay calls={calls} side={side} day={day} />
            </li>
          ))}
          {ways.map((way, index) => {
            const [total, failed] = [totals[index], counts[index]?.isError === true];
            // A form that no call has is nothing to look at.
            if ("other" in way && !failed && (total ?? 0) === 0) return null;
            return (
              <li key={keyOf(way)}>
                <WayOf instance={instance} way={way} total={total} failed={failed} />
              </li>
            );
          })}
        </ul>
      )}
      {isInVain && <p className={classes["note"]}>{t("inVain")}</p>}
      {hasFailed && (
        <p className={classes["note"]}>
          <span>{`${t("countFailed")} `}</span>
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

function keyOf(way: WayOut): string {
  if ("time" in way) return "time";
  return "other" in way ? `${way.filter}=${way.other.number}` : way.without;
}

interface WayProps {
  readonly way: WayOut;
  readonly total: number | undefined;
  readonly failed: boolean;
}

function WayOf({ instance, ...props }: WayProps & { instance: string }) {
  const t = useTranslations("empty");
  const labels = useLabels();
  const { view, change } = useView();
  const known = useKnownNumbers();
  const { way, total, failed } = props;
  if ("time" in way)
    return (
      <Way
        text={t("widen")}
        total={total}
        failed={failed}
        onTake={() => change({ time: way.time })}
      />
    );
  if ("other" in way) {
    const { form, number } = way.other;
    return (
      <Way
        text={t(`otherForm.${form}`, {
          filter: labels.filters[way.filter],
          number: isolate(number),
        })}
        total={total}
        failed={failed}
        onTake={() =>
          change(({ criteria }) => ({ criteria: withCriterion(criteria, way.filter, number) }))
        }
      />
    );
  }
  const shown = withNumbers(known, instance, view.criteria, shownOf);
  const value = criterionText(labels, way.without, shown);
  return isKind(way.without, "person") ? (
    <WayWithoutPerson {...props} instance={instance} facet={way.without} id={value} />
  ) : (
    <WayWithout {...props} without={way.without} value={value} />
  );
}

/** Whom the criterion is about is said by name. */
function WayWithoutPerson(
  props: WayProps & { instance: string; facet: FilterKeyOf<"person">; id: string },
) {
  const { instance, facet, id, ...way } = props;
  const name = usePersonName(instance, facet, id) ?? id;
  return <WayWithout {...way} without={facet} value={name} />;
}

function WayWithout(props: WayProps & { without: CriterionKey; value: string }) {
  const { without, value, total, failed } = props;
  const t = useTranslations("empty");
  const labels = useLabels();
  const { change } = useView();
  return (
    <Way
      text={t("without", { filter: labels.filters[without], value: isolate(value) })}
      total={total}
      failed={failed}
      onTake={() =>
        change(({ criteria }) => ({ criteria: withCriterion(criteria, without, undefined) }))
      }
    />
  );
}
