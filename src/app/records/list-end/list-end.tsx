import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/use-formats.ts";
import type { Viewport } from "#app/records/list/viewport.ts";
import { useView } from "#app/view/use-view.tsx";
import { durationRanges } from "#contract/filter/criteria.ts";
import type { CallList } from "#contract/view/call-set.ts";
import { DEFAULT_SORT } from "#contract/view/sort.ts";
import type { ListEndKind } from "./list-end-kind.ts";
import { useNarrowing } from "./use-narrowing.ts";
import classes from "./list-end.module.css";

interface ListEndProps {
  readonly end: ListEndKind;
  /** The list on screen. */
  readonly list: CallList;
  readonly viewport: Viewport;
}

/** Below the last row of a list that has not all of its calls: why, and what helps. */
export function ListEnd({ end, list, viewport }: ListEndProps) {
  const t = useTranslations("listEnd");
  const field = useTranslations("fields");
  const { count } = useFormats();
  const { change, refresh } = useView();
  const { sort } = list;
  const listed = count(end.listed);
  const rest = end.kind === "missing" || end.rest === undefined ? "" : count(end.rest);
  switch (end.kind) {
    case "limit":
      return (
        <div className={classes["end"]}>
          <span>
            {t(rest === "" ? "limitUncounted" : "limit", {
              field: field(sort.field),
              listed,
              rest,
            })}
          </span>
          <span className={classes["ways"]}>
            {durationRanges(list.calls.criteria).length === 0 && (
              <Way onTake={() => change({ sort: DEFAULT_SORT })}>{t("sortByStart")}</Way>
            )}
            <NarrowingWay
              list={list}
              viewport={viewport}
              total={end.listed + (end.rest ?? end.listed)}
            />
          </span>
        </div>
      );
    case "stuck": {
      const order = sort.order === "DESC" ? "ASC" : "DESC";
      return (
        <div className={classes["end"]}>
          <span>{t(rest === "" ? "stuckUncounted" : "stuck", { listed, rest })}</span>
          <span className={classes["ways"]}>
            <Way onTake={() => change({ sort: { field: "startTime", order } })}>
              {t(order === "ASC" ? "fromEarliest" : "fromLatest")}
            </Way>
          </span>
        </div>
      );
    }
    case "missing":
      return (
        <div className={classes["end"]}>
          <span>{t("missing", { counted: count(end.counted), listed })}</span>
          <span className={classes["ways"]}>
            <Way onTake={refresh}>{t("refresh")}</Way>
          </span>
        </div>
      );
  }
}

/** The part of the time range that fits this order, once it has been counted. */
function NarrowingWay(props: Omit<ListEndProps, "end"> & { readonly total: number }) {
  const t = useTranslations("listEnd");
  const formats = useFormats();
  const { change } = useView();
  const { list, total, viewport } = props;
  const { narrowing, counting } = useNarrowing(list, total, viewport);
  if (counting) return <span className={classes["counting"]}>{t("counting")}</span>;
  if (narrowing === undefined) return null;
  const { from } = narrowing;
  return (
    <Way onTake={() => change({ time: { from, to: list.calls.range.to } })}>
      {t("narrow", {
        time: formats.instantShort(from, list.calls.asOf),
        count: formats.count(narrowing.count),
      })}
    </Way>
  );
}

function Way({ onTake, children }: { onTake: () => void; children: string }) {
  return (
    <Button type="link" size="small" className={classes["way"] ?? ""} onClick={onTake}>
      {children}
    </Button>
  );
}
