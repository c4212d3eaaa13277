import DoubleLeftOutlined from "@ant-design/icons/es/icons/DoubleLeftOutlined";
import DoubleRightOutlined from "@ant-design/icons/es/icons/DoubleRightOutlined";
import LeftOutlined from "@ant-design/icons/es/icons/LeftOutlined";
import RightOutlined from "@ant-design/icons/es/icons/RightOutlined";
import Button from "antd/es/button";
import { memo, useSyncExternalStore, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useOutage } from "#app/api/outage.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import type { Total } from "#app/records/list/use-rows.ts";
import { pageInView, type Viewport } from "#app/records/list/viewport.ts";
import { AfterPaint } from "#app/ui/after-paint.ts";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import { PageField } from "./page-field.tsx";
import beside from "#app/ui/beside.module.css";
import classes from "./list-footer.module.css";

// Rows come before what they cost.
const BudgetMeter = createLazyPart(
  () => import("#app/view/budget-meter.tsx"),
  (module) => module.BudgetMeter,
);

/** The list says all else without it. */
const Nothing = () => null;

interface ListFooterProps {
  viewport: Viewport;
  /** The list whose rows are told; absent while there is none, or it is that of an earlier view. */
  list: string | undefined;
  /** Rows that can be scrolled to. */
  length: number;
  /** The page that the view names, told while no row is in view. */
  page: number;
  total: Total;
  /** Names what the view asks for, whether or not its rows are on screen yet. */
  asked: string;
  /** Whose calls these are. */
  instance: string;
  onPage: (page: number) => void;
  /** What drawings in the rows mean, where there are any. */
  legend: ReactNode;
  /** Counts again, after that failed. */
  onRetry: () => void;
}

/** Where the reader is in the list, and the way to any page of it. */
export function ListFooter(props: ListFooterProps) {
  const { viewport, list, length, total, onPage } = props;
  const t = useTranslations("pager");
  // The page only: each row that is scrolled past concerns but the text.
  const pageSeen = useSyncExternalStore(viewport.subscribe, () => {
    const inView = viewport.get();
    return inView !== undefined && inView.list === list ? pageInView(inView) : undefined;
  });
  const isOut = useOutage() !== null;
  const page = pageSeen ?? props.page;
  const pages = Math.max(1, Math.ceil(length / PAGE_SIZE));
  return (
    <nav aria-label={t("label")} className={`${beside["room"]} ${classes["footer"]}`}>
      <RowsInViewText viewport={viewport} list={list} length={length} total={total} />
      {total.state === "failed" && !isOut && pageSeen !== undefined && (
        <Button type="link" size="small" onClick={props.onRetry}>
          {t("recount")}
        </Button>
      )}
      <BudgetMeter whenFailed={Nothing} instance={props.instance} view={props.asked} />
      {props.legend}
      <AfterPaint>
        <PageSteps
          page={page}
          pages={pages}
          isCounted={total.count !== undefined}
          onPage={onPage}
        />
      </AfterPaint>
    </nav>
  );
}

interface PageStepsProps {
  page: number;
  pages: number;
  isCounted: boolean;
  onPage: (page: number) => void;
}

/** The way to other pages; drawn anew only by another page, since its buttons take their time. */
const PageSteps = memo(function PageSteps(props: PageStepsProps) {
  const { page, pages, isCounted, onPage } = props;
  const t = useTranslations("pager");
  const { count } = useFormats();
  const step = (name: "first" | "previous" | "next" | "last", to: number, icon: ReactNode) => {
    // Not disabled: a button that takes one to the end would lose the focus there.
    const isOff = to === page || to < 1 || to > pages;
    return (
      <Button
        type="text"
        size="small"
        icon={icon}
        className={(isOff && classes["off"]) || ""}
        aria-disabled={isOff}
        aria-label={t(name)}
        title={t(name)}
        onClick={() => !isOff && onPage(to)}
      />
    );
  };
  return (
    <span className={classes["steps"]}>
      {step("first", 1, <DoubleLeftOutlined aria-hidden />)}
      {step("previous", page - 1, <LeftOutlined aria-hidden />)}
      <PageField page={page} pages={pages} onPage={onPage} />
      {isCounted && <span>{t("ofPages", { pages: count(pages) })}</span>}
      {step("next", page + 1, <RightOutlined aria-hidden />)}
      {step("last", pages, <DoubleRightOutlined aria-hidden />)}
    </span>
  );
});

/** `601–640 of 8,412`: follows every row that is scrolled past. */
function RowsInViewText(props: Pick<ListFooterProps, "viewport" | "list" | "length" | "total">) {
  const { viewport, list, length, total } = props;
  const t = useTranslations("pager");
  const { count } = useFormats();
  const seen = useSyncExternalStore(viewport.subscribe, viewport.get);
  return <span className={classes["where"]}>{where()}</span>;

  function where(): string {
    if (total.count === 0) return t("none");
    if (seen === undefined || seen.list !== list || length === 0) return "";
    const at = { first: count(seen.first + 1), last: count(seen.last + 1) };
    if (total.count !== undefined) return t("rows", { ...at, total: count(total.count) });
    return t(total.state === "counting" ? "rowsUncounted" : "rowsUncountable", at);
  }
}
