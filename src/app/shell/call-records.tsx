import FilterOutlined from "@ant-design/icons/es/icons/FilterOutlined";
import Button from "antd/es/button";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { ExportButton } from "#app/export/export-button.tsx";
import { FilterPills } from "#app/filters/filter-pills.tsx";
import { Overview } from "#app/overview/overview.tsx";
import { TimeRangeControl } from "#app/filters/time-range-control.tsx";
import { ColumnButton } from "#app/records/columns/column-button.tsx";
import { LiveRefreshControl } from "#app/records/arrivals/live-refresh-control.tsx";
import { RecordsPanel } from "#app/records/records-panel.tsx";
import { rowsOfPage } from "#app/records/list/row-map.ts";
import { listId, useRows } from "#app/records/list/use-rows.ts";
import { createViewport } from "#app/records/list/viewport.ts";
import { useFollowPage } from "#app/records/use-follow-page.ts";
import { ShareButton } from "#app/share/share-button.tsx";
import { useView } from "#app/view/use-view.tsx";
import { DroppedNotice } from "./dropped-notice.tsx";
import classes from "./dashboard.module.css";

interface CallRecordsProps {
  instance: string;
  /** Present where the filters are in a drawer. */
  onOpenFilters: (() => void) | undefined;
}

/** The page of call records with what belongs to it: range, pills, sharing, export. */
export function CallRecords({ instance, onOpenFilters }: CallRecordsProps) {
  const t = useTranslations("panel");
  const { view, range, asOf } = useView();
  const { criteria, sort } = view;
  const result = useMemo(
    () => ({ instance, range, criteria, asOf, sort }),
    [instance, range, criteria, asOf, sort],
  );
  // Without the order, which changes no count.
  const counted = useMemo(
    () => ({ instance, range, criteria, asOf }),
    [instance, range, criteria, asOf],
  );
  const [viewport] = useState(createViewport);
  const rows = useRows(result, view.page, viewport);
  const onLeave = useFollowPage(viewport, listId(result));
  const map = rows.stale ? undefined : rows.list?.map;
  const records = useMemo(() => map && rowsOfPage(map, view.page), [map, view.page]);
  const active = Object.keys(criteria).length;
  return (
    <>
      <DroppedNotice />
      <div className={classes["toolbar"]}>
        {onOpenFilters && (
          <Button size="small" icon={<FilterOutlined />} onClick={onOpenFilters}>
            {active > 0 ? t("openWithCount", { count: active }) : t("open")}
          </Button>
        )}
        <TimeRangeControl />
        <LiveRefreshControl viewport={viewport} loading={rows.loading} error={rows.error} />
        <span className={classes["actions"]}>
          <ColumnButton />
          <ShareButton />
          <ExportButton records={records} />
        </span>
      </div>
      <div className={classes["pills"]}>
        <FilterPills />
      </div>
      {/* The figures of one instance say nothing of another, not even for the moment. */}
      <Overview
        key={instance}
        counted={counted}
        isReady={rows.list !== undefined || rows.error !== null}
      />
      <RecordsPanel result={result} rows={rows} viewport={viewport} onLeave={onLeave} />
    </>
  );
}
