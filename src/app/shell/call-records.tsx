import FilterOutlined from "@ant-design/icons/es/icons/FilterOutlined";
import Button from "antd/es/button";
import { useCallback, useState } from "react";
import { useTranslations } from "use-intl";
import { useHasRight } from "#app/api/use-rights.ts";
import { ExportButton } from "#app/export/export-button.tsx";
import { FilterPills } from "#app/filters/filter-pills.tsx";
import { TimeRangeControl } from "#app/filters/time/time-range-control.tsx";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { Overview } from "#app/overview/overview.tsx";
import { LiveRefreshPlace } from "#app/records/arrivals/live-refresh-place.tsx";
import { ColumnButton } from "#app/records/columns/column-button.tsx";
import { rowAt } from "#app/records/list/row-map.ts";
import { RecordsPanel } from "#app/records/records-panel.tsx";
import { useCallList } from "#app/records/use-call-list.ts";
import { ShareButton } from "#app/share/share-button.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { useColumns } from "#app/view/use-columns.ts";
import { useView } from "#app/view/use-view.tsx";
import { activeCriteria } from "#contract/filter/criteria.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { LINK_VERSION } from "#contract/view/link-note.ts";
import { LateSavedButton } from "./late-saved-button.tsx";
import { OpenRecord } from "./open-record.tsx";
import { ShownChoice } from "./shown-choice.tsx";
import beside from "#app/ui/beside.module.css";
import classes from "./dashboard.module.css";

// Most look at the list.
const Answer = createLazyPart(
  () => import("./answer.tsx"),
  (module) => module.Answer,
);

// Links are good as a rule.
const DroppedNotice = createLazyPart(
  () => import("./dropped-notice.tsx"),
  (module) => module.DroppedNotice,
);

const BesideRows = createLazyPart(
  () => import("./beside-rows.tsx"),
  (module) => module.BesideRows,
);

const HiddenSortPill = createLazyPart(
  () => import("./hidden-sort-pill.tsx"),
  (module) => module.HiddenSortPill,
);

const SenderNotice = createLazyPart(
  () => import("#app/share/sender-notice.tsx"),
  (module) => module.SenderNotice,
);

const PinnedPill = createLazyPart(
  () => import("./pinned-pill.tsx"),
  (module) => module.PinnedPill,
);

/** Nothing on the screen is missing without it. */
const Nothing = () => null;

interface CallRecordsProps {
  calls: CallSet;
  /** Whether what was drawn first is on the screen. */
  isPainted: boolean;
  /** Present where the filters are in a drawer. */
  onOpenFilters: (() => void) | undefined;
}

/** The page of call records with what belongs to it: range, pills, sharing, export. */
export function CallRecords({ calls, isPainted, onOpenFilters }: CallRecordsProps) {
  const t = useTranslations("panel");
  const list = useCallList(calls);
  const canExport = useHasRight("exportPage");
  const { view, problems, note } = useView();
  const { columns } = useColumns();
  const { rows, viewport, pageRecords } = list;
  const map = rows.list?.map;
  const recordAt = useCallback((row: number) => map && rowAt(map, row), [map]);
  const isHere = isPainted && (rows.list !== undefined || rows.error !== null);
  // From then on for good: what follows keeps what it knows while other rows are on their way.
  const [isReady, setReady] = useState(isHere);
  if (isHere && !isReady) setReady(true);
  const total = rows.total.count;
  const [isNoted, setNoted] = useState(false);
  if (note.total !== undefined && !isNoted) setNoted(true);
  const isList = view.show === undefined;
  const active = activeCriteria(calls.criteria).length;
  return (
    <>
      {(problems.length > 0 || note.version > LINK_VERSION) && (
        <DroppedNotice whenFailed={PartFailed} />
      )}
      {isNoted && <SenderNotice whenFailed={Nothing} calls={calls} now={total} />}
      <div className={`${beside["room"]} ${classes["toolbar"]}`}>
        {onOpenFilters && (
          <Button size="small" icon={<FilterOutlined aria-hidden />} onClick={onOpenFilters}>
            {active > 0 ? t("openWithCount", { count: active }) : t("open")}
          </Button>
        )}
        {onOpenFilters && <ShownChoice />}
        <TimeRangeControl />
        <LiveRefreshPlace
          isReady={isReady}
          viewport={viewport}
          loading={rows.loading}
          error={rows.error}
        />
        {onOpenFilters && <LateSavedButton whenFailed={Nothing} />}
        <span className={classes["actions"]}>
          {isList && <ColumnButton />}
          <ShareButton total={total} />
          {isList && canExport && (
            <ExportButton records={pageRecords} recordAt={recordAt} total={total} />
          )}
        </span>
      </div>
      <div className={`${beside["room"]} ${classes["pills"]}`}>
        <FilterPills />
        {isList && !columns.shown.includes(view.sort.field) && (
          <HiddenSortPill whenFailed={PartFailed} />
        )}
        {view.beside !== undefined && view.record === undefined && (
          <PinnedPill whenFailed={PartFailed} />
        )}
      </div>
      {/* The figures of one instance say nothing of another, not even for the moment. */}
      <Overview key={calls.instance} calls={calls} isReady={isHere} />
      {view.show === undefined ? (
        <RecordsPanel {...list} />
      ) : (
        <Answer whenFailed={PartFailed} shown={view.show} calls={calls} />
      )}
      <OpenRecord steps={list.steps} />
      {isReady && (
        <BesideRows whenFailed={Nothing} asked={list.asked} rows={rows} viewport={viewport} />
      )}
    </>
  );
}
