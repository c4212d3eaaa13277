import Input from "antd/es/input/Input";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/use-formats.ts";
import { usePageDraft } from "./use-page-draft.ts";
import classes from "./list-footer.module.css";

interface PageFieldProps {
  page: number;
  pages: number;
  onPage: (page: number) => void;
}

/**
 * The page in view, as a field: another number goes there, on Enter or when the field is left. What was not
 * taken as it was typed is told.
 */
export function PageField({ page, pages, onPage }: PageFieldProps) {
  const t = useTranslations("pager");
  const { count } = useFormats();
  const noteId = useId();
  const { text, isBad, note, type, commit, leave, drop } = usePageDraft(page, pages, onPage);
  return (
    <>
      <Input
        size="small"
        className={classes["field"] ?? ""}
        aria-label={t("page")}
        aria-invalid={isBad}
        aria-describedby={note && noteId}
        inputMode="numeric"
        value={text}
        status={isBad ? "error" : ""}
        onChange={(event) => type(event.target.value)}
        onPressEnter={commit}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || text === String(page)) return;
          // One Escape drops what is typed, the next may close an open call.
          event.stopPropagation();
          drop();
        }}
        onFocus={(event) => event.currentTarget.select()}
      />
      {note && (
        <span role="alert" id={noteId} className={classes[note]}>
          {t(`notes.${note}`, { pages: count(pages) })}
        </span>
      )}
    </>
  );
}
