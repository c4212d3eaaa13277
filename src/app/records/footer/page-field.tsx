import Input from "antd/es/input/Input";
import { useTranslations } from "use-intl";
import { useDraft } from "#app/ui/use-draft.ts";
import { plainText } from "#contract/filter/plain-text.ts";
import classes from "./list-footer.module.css";

/** The page in view, as a field: another number goes there. */
export function PageField(props: { page: number; pages: number; onPage: (page: number) => void }) {
  const t = useTranslations("pager");
  const [draft, setDraft] = useDraft(String(props.page));
  const typed = plainText(draft);
  const wanted = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
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
