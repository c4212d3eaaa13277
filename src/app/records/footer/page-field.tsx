import Input from "antd/es/input/Input";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/formats.ts";
import { usePageDraft } from "./use-page-draft.ts";
import classes from "./list-footer.module.css";

interface PageFieldProps {
  page: number;
  pages: number;
  onPage: (page: number) => void;
}

/** The page in view, as a field: another number goes there, on Enter or when the field is left. */
export function PageField({ page, pages, onPage }: PageFieldProps) {
  const t = useTranslations("pager");
  const { count } = useFormats();
  const badId = useId();
  const { text, isBad, type, commit, drop } = usePageDraft(page, pages, onPage);
  return (
    <>
      <Input
        size="small"
        className={classes["field"] ?? ""}
        aria-label={t("page")}
        aria-invalid={isBad}
        aria-describedby={isBad ? badId : undefined}
        inputMode="numeric"
        value={text}
        status={isBad ? "error" : ""}
        onChange={(event) => type(event.target.value)}
        onPressEnter={commit}
        onBlur={commit}
        onKeyDown={(event) => event.key === "Escape" && drop()}
        onFocus={(event) => event.currentTarget.select()}
      />
      {isBad && (
        <span role="alert" id={badId} className={classes["bad"]}>
          {t("badPage", { pages: count(pages) })}
        </span>
      )}
    </>
  );
}
