import Input from "antd/es/input/Input";
import { useState } from "react";
import { useTranslations } from "use-intl";
import classes from "./list-footer.module.css";

/** The page in view, as a field: another number goes there. */
export function PageField(props: { page: number; pages: number; onPage: (page: number) => void }) {
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
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}
