import FilterOutlined from "@ant-design/icons/es/icons/FilterOutlined";
import Button from "antd/es/button";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { ExportButton } from "#app/export/export-button.tsx";
import { activeCriteria } from "#app/facets/active-criteria.ts";
import { FilterPills } from "#app/facets/filter-pills.tsx";
import { TimeRangeControl } from "#app/facets/time-range-control.tsx";
import { RecordsPanel } from "#app/records/records-panel.tsx";
import { usePage } from "#app/records/use-page.ts";
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
  const page = usePage(result, view.page);
  const active = activeCriteria(criteria).length;
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
        <span className={classes["actions"]}>
          <ShareButton />
          <ExportButton records={page.stale ? undefined : page.reply?.records} />
        </span>
      </div>
      <div className={classes["pills"]}>
        <FilterPills />
      </div>
      <RecordsPanel page={page} />
    </>
  );
}
