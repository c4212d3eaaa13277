import Button from "antd/es/button";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { DEFAULT_COLUMNS } from "#contract/columns.ts";
import { isFinal } from "#app/api/api-error.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { useFormats } from "#app/i18n/formats.ts";
import { useLabels } from "#app/i18n/labels.ts";
import { Blank } from "#app/ui/blank.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useView } from "#app/view/use-view.tsx";
import { MAX_REACHABLE, PAGE_SIZE } from "#contract/paging.ts";
import { EmptyResult } from "./empty-result.tsx";
import { Pager } from "./pager.tsx";
import { RecordsTable } from "./records-table.tsx";
import classes from "./records-panel.module.css";
import type { PageInHand } from "./use-page.ts";

/** The page of call records in whatever state it is: coming, here, empty, failed or forbidden. */
export function RecordsPanel({ page }: { page: PageInHand }) {
  const t = useTranslations();
  const errorWords = useErrorWords();
  const formats = useFormats();
  const labels = useLabels();
  const { view, asOf, change } = useView();
  const words = useMemo(() => ({ labels, formats, nowMs: asOf }), [labels, formats, asOf]);
  const { reply, stale, loading, error, retry, total } = page;
  const failure = error && errorWords(error);
  const retryButton = (
    <Button size="small" loading={loading} onClick={retry}>
      {t("errors.retry")}
    </Button>
  );
  return (
    <section className={classes["panel"]}>
      {loading && <div className={classes["progress"]} />}
      <p role="status" className={classes["heard"]}>
        {loading
          ? t("records.updating")
          : total.state === "known" && !stale
            ? t("records.loaded", { page: view.page, total: formats.count(total.count) })
            : ""}
      </p>
      {failure && reply !== undefined && (
        <Notice tone="bad" actions={!isFinal(error) && retryButton}>
          <strong>{failure.title}</strong> {failure.facts} {t("errors.stale")}
        </Notice>
      )}
      {failure && reply === undefined ? (
        <Blank urgent title={failure.title} actions={!isFinal(error) && retryButton}>
          {failure.facts}
        </Blank>
      ) : reply?.records.length === 0 && !stale ? (
        <EmptyResult total={total.count} />
      ) : (
        <RecordsTable
          records={reply?.records}
          columns={view.columns ?? DEFAULT_COLUMNS}
          firstRow={((reply?.page ?? 1) - 1) * PAGE_SIZE + 1}
          rowCount={total.count === undefined ? undefined : Math.min(total.count, MAX_REACHABLE)}
          sort={view.sort}
          words={words}
          stale={stale}
          openRecord={view.record}
          onSort={(sort) => change({ sort })}
          onOpen={(record) => change({ record })}
        />
      )}
      <Pager
        page={view.page}
        rows={stale ? undefined : reply?.records.length}
        total={total}
        onRetry={retry}
        onPage={(next) => change({ page: next })}
      />
    </section>
  );
}
