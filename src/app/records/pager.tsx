import DoubleLeftOutlined from "@ant-design/icons/es/icons/DoubleLeftOutlined";
import DoubleRightOutlined from "@ant-design/icons/es/icons/DoubleRightOutlined";
import LeftOutlined from "@ant-design/icons/es/icons/LeftOutlined";
import RightOutlined from "@ant-design/icons/es/icons/RightOutlined";
import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { MAX_PAGE, MAX_REACHABLE, PAGE_SIZE, reachablePages } from "#contract/paging.ts";
import { useFormats } from "#app/i18n/formats.ts";
import classes from "./pager.module.css";
import type { Total } from "./use-page.ts";

interface PagerProps {
  page: number;
  /** Rows of the page; absent while it is not here. */
  rows: number | undefined;
  total: Total;
  onPage: (page: number) => void;
  /** Counts again, after that failed. */
  onRetry: () => void;
}

/** Where the reader is in the result, and the way to any page that can be reached. */
export function Pager(props: PagerProps) {
  const { page, rows, onPage } = props;
  const total = props.total.count;
  const t = useTranslations("pager");
  const { count } = useFormats();
  const pages = total === undefined ? undefined : reachablePages(total);
  // Without a total, a full page suggests another one.
  const hasNext = pages === undefined ? rows === PAGE_SIZE && page < MAX_PAGE : page < pages;
  const steps = [
    { name: "first", to: 1, icon: <DoubleLeftOutlined />, off: page <= 1 },
    { name: "previous", to: page - 1, icon: <LeftOutlined />, off: page <= 1 },
    { name: "next", to: page + 1, icon: <RightOutlined />, off: !hasNext },
    {
      name: "last",
      to: pages ?? page,
      icon: <DoubleRightOutlined />,
      off: pages === undefined || page >= pages,
    },
  ] as const;
  const step = (name: (typeof steps)[number]["name"]) => {
    const found = steps.find((candidate) => candidate.name === name);
    return (
      found && (
        <Button
          type="text"
          size="small"
          icon={found.icon}
          disabled={found.off}
          aria-label={t(name)}
          title={t(name)}
          onClick={() => onPage(found.to)}
        />
      )
    );
  };
  return (
    <nav aria-label={t("label")} className={classes["pager"]}>
      <span className={classes["where"]}>{where()}</span>
      {props.total.state === "failed" && rows !== undefined && (
        <Button type="link" size="small" onClick={props.onRetry}>
          {t("recount")}
        </Button>
      )}
      {total !== undefined && total > MAX_REACHABLE && (
        <span className={classes["limit"]}>
          {t("limit", { reachable: count(MAX_REACHABLE), rest: count(total - MAX_REACHABLE) })}
        </span>
      )}
      <span className={classes["steps"]}>
        {step("first")}
        {step("previous")}
        <PageField page={page} pages={pages ?? MAX_PAGE} onPage={onPage} />
        {pages !== undefined && <span>{t("ofPages", { pages: count(pages) })}</span>}
        {step("next")}
        {step("last")}
      </span>
    </nav>
  );

  function where(): string {
    if (rows === undefined) return "";
    if (rows === 0) return total === 0 ? t("none") : "";
    const first = (page - 1) * PAGE_SIZE + 1;
    const at = { first: count(first), last: count(first + rows - 1) };
    if (total !== undefined) return t("rows", { ...at, total: count(total) });
    return t(props.total.state === "counting" ? "rowsUncounted" : "rowsUncountable", at);
  }
}

function PageField(props: { page: number; pages: number; onPage: (page: number) => void }) {
  const t = useTranslations("pager");
  const [draft, setDraft] = useState(String(props.page));
  const [followed, setFollowed] = useState(props.page);
  if (followed !== props.page) {
    setFollowed(props.page);
    setDraft(String(props.page));
  }
  const wanted = /^\d+$/.test(draft.trim()) ? Number(draft) : Number.NaN;
  const legal = wanted >= 1 && wanted <= props.pages;
  return (
    <Input
      size="small"
      className={classes["field"] ?? ""}
      aria-label={t("page")}
      inputMode="numeric"
      value={draft}
      status={legal ? "" : "error"}
      onChange={(event) => setDraft(event.target.value)}
      onPressEnter={() => legal && wanted !== props.page && props.onPage(wanted)}
      onBlur={() => setDraft(String(props.page))}
    />
  );
}
