import { useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import Button from "antd/es/button";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { isFinal, isLapse, isOutage, isTrouble } from "#app/api/api-error.ts";
import { useIsBusyWith } from "#app/api/busy.ts";
import { rememberRecord } from "#app/api/known-record.ts";
import { isOfRows, useIsTold, useOutage } from "#app/api/outage.ts";
import { sessionQuery } from "#app/api/session-query.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { factsLine } from "#app/i18n/facts-line.ts";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { SignInLink } from "#app/i18n/sign-in-link.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { AfterPaint } from "#app/ui/after-paint.ts";
import { Blank } from "#app/ui/blank.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useGoalRow } from "#app/view/goal-row.ts";
import { useColumns } from "#app/view/use-columns.ts";
import { usePinnedLink } from "#app/view/use-pinned-link.ts";
import { useView, useViewPending } from "#app/view/use-view.tsx";
import type { CallRecord } from "#contract/record/call-record.ts";
import { liveNow } from "./arrivals/live-now.ts";
import { useHeaderActions } from "./columns/use-header-actions.tsx";
import { ListFooter } from "./footer/list-footer.tsx";
import { RecordsGrid } from "./grid/records-grid.tsx";
import { listEndOf } from "./list-end/list-end-kind.ts";
import { firstRowOf, listLength } from "./list/row-map.ts";
import { givenSortQuery } from "./list/rows-query.ts";
import { listId } from "./list/use-rows.ts";
import type { CallListInHand } from "./use-call-list.ts";
import { useSaid } from "./use-said.ts";
import { wayPastRefusal } from "./way-past-refusal.ts";
import heard from "#app/ui/heard.module.css";
import classes from "./records-panel.module.css";

// Most lists have calls, and all of theirs: nothing to explain, and nothing to say at their end.
const EmptyResult = createLazyPart(
  () => import("./empty/empty-result.tsx"),
  (module) => module.EmptyResult,
);
// Nothing is new at first.
const ArrivalsButton = createLazyPart(
  () => import("./arrivals/arrivals-button.tsx"),
  (module) => module.ArrivalsButton,
);
// Of the colours that nobody has seen yet.
const PhaseLegend = createLazyPart(
  () => import("./cell/phase-legend.tsx"),
  (module) => module.PhaseLegend,
);
// Most lists are to be had in the order that was asked for.
const GivenSort = createLazyPart(
  () => import("./given-sort.tsx"),
  (module) => module.GivenSort,
);
const ListEnd = createLazyPart(
  () => import("./list-end/list-end.tsx"),
  (module) => module.ListEnd,
);

/** The list of call records in whatever state it is: coming, here, empty, failed or forbidden. */
export function RecordsPanel({ asked, rows, viewport, onLeave }: CallListInHand) {
  const isRefreshedLive = useSyncExternalStore(liveNow.subscribe, liveNow.get);
  const t = useTranslations();
  const errorWords = useErrorWords();
  const formats = useFormats();
  const labels = useLabels();
  const client = useQueryClient();
  const { view, asOf, change } = useView();
  const goalRow = useGoalRow(view.sort);
  const words = useMemo(() => ({ labels, formats, nowMs: asOf }), [labels, formats, asOf]);
  const header = useHeaderActions(useColumns());
  const { list, stale, loading, retrying, error, failed, retry, total } = rows;
  const map = list?.map;
  const outage = useOutage();
  // One notice for all that an outage keeps away, also where it is not the rows.
  const trouble = error ?? outage;
  const isHealing =
    outage !== null && trouble !== null && (isOutage(trouble) || isTrouble(trouble));
  const failure = trouble && errorWords(trouble);
  // Of an outage it is this notice that says so.
  const isToldElsewhere = useIsTold(trouble) && !isHealing;
  const session = useSuspenseQuery(sessionQuery()).data;
  const past = trouble === null ? undefined : wayPastRefusal(trouble, view, session);
  const canRetry = trouble !== null && !isFinal(trouble);
  const retryButton = (
    <Button size="small" loading={retrying} onClick={retry}>
      {t("errors.retry")}
    </Button>
  );
  const way =
    past !== undefined ? (
      <Button onClick={() => change(past.change)}>{t(`rights.ways.${past.words}`)}</Button>
    ) : trouble !== null && isLapse(trouble) ? (
      <SignInLink />
    ) : (
      canRetry && retryButton
    );
  const onOpen = useCallback(
    (record: CallRecord) => {
      if (record.contactId === undefined) return;
      // The drawer opens filled, and then asks for the latest.
      rememberRecord(client, record);
      onLeave();
      change({ record: record.contactId });
    },
    [client, change, onLeave],
  );
  const pinnedLink = usePinnedLink();
  const onOpenInTab = useCallback(
    ({ contactId }: CallRecord) => {
      if (contactId !== undefined)
        window.open(pinnedLink({ record: contactId }), "_blank", "noopener");
    },
    [pinnedLink],
  );
  const onPage = useCallback(
    (page: number) => {
      onLeave();
      change({ page });
    },
    [change, onLeave],
  );
  const { data: givenSort } = useQuery(givenSortQuery(asked));
  const reason = failure?.title;
  const failedPages = useMemo(
    () =>
      reason === undefined
        ? undefined
        : {
            rows: map === undefined ? [] : failed.flatMap((page) => firstRowOf(map, page) ?? []),
            reason: isHealing || isToldElsewhere ? undefined : reason,
            retry: canRetry && !isHealing ? retry : undefined,
          },
    [failed, map, reason, canRetry, isHealing, isToldElsewhere, retry],
  );
  const foot = useMemo(() => {
    const end = list && listEndOf(list.map);
    return end && <ListEnd whenFailed={PartFailed} end={end} list={list.of} viewport={viewport} />;
  }, [list, viewport]);
  const facts = factsLine([failure?.facts, isHealing && t("errors.heals")]);
  const isUpdating = stale && error === null;
  const loaded =
    total.state === "known" ? t("records.loaded", { total: formats.count(total.count) }) : "";
  const said = useSaid(
    {
      question: JSON.stringify([view.instance, view.time, view.criteria, view.sort]),
      text: isUpdating ? t("records.updating") : loaded,
      isOver: !isUpdating,
    },
    isRefreshedLive,
  );
  const length = list === undefined ? 0 : listLength(list.map);
  return (
    <section className={classes["panel"]}>
      <Progress loading={loading} />
      {givenSort && <GivenSort whenFailed={PartFailed} sort={givenSort} />}
      <p role="status" className={heard["heard"]}>
        {said}
      </p>
      {list !== undefined && (
        <AfterPaint>
          <ArrivalsButton
            whenFailed={PartFailed}
            calls={asked.calls}
            total={total.count}
            isQuiet={isRefreshedLive}
          />
        </AfterPaint>
      )}
      {failure && list !== undefined && !isToldElsewhere && (
        <Notice tone="bad" actions={way}>
          <strong>{failure.title}</strong>
          <span>{` ${factsLine([facts, stale && t("errors.stale")])}`}</span>
        </Notice>
      )}
      {failure && list === undefined ? (
        <Blank urgent title={failure.title} actions={way}>
          {facts}
        </Blank>
      ) : list !== undefined && length === 0 && !stale ? (
        <EmptyResult
          whenFailed={PartFailed}
          whileLoading={<Blank title={t("empty.title")} />}
          calls={asked.calls}
        />
      ) : (
        <RecordsGrid
          list={list}
          range={asked.calls.range}
          isCounted={total.state === "known"}
          isStale={stale}
          failed={failedPages}
          page={stale ? undefined : view.page}
          goalRow={goalRow}
          openRecord={view.record}
          layout={header.layout}
          header={header.actions}
          words={words}
          foot={foot}
          viewport={viewport}
          onOpen={onOpen}
          onOpenInTab={onOpenInTab}
        />
      )}
      {header.element}
      <ListFooter
        viewport={viewport}
        list={stale ? undefined : list?.id}
        length={length}
        page={view.page}
        total={total}
        asked={listId(asked)}
        instance={asked.calls.instance}
        legend={
          header.layout.columns.shown.includes("phases") && <PhaseLegend whenFailed={PartFailed} />
        }
        onRetry={retry}
        onPage={onPage}
      />
    </section>
  );
}

/** Something is on its way: what the view asks for, or at first the view itself. */
function Progress({ loading }: { loading: boolean }) {
  const t = useTranslations("records");
  const isPending = useViewPending();
  const isBusy = useIsBusyWith(isOfRows);
  if (!loading && !isPending) return null;
  return (
    <>
      <div className={classes["progress"]} data-pending={isPending || undefined} />
      <p role="status" className={classes["slow"]}>
        {t(isBusy ? "busy" : "slow")}
      </p>
    </>
  );
}
