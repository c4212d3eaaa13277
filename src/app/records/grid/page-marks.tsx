import Button from "antd/es/button";
import { memo, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/use-formats.ts";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import { DIVIDER_HEIGHT, type RowSpace } from "./row-space.ts";
import type { RowWindowStore } from "./use-row-window.ts";
import classes from "./records-grid.module.css";

/** Pages that could not be read. */
export interface FailedPages {
  /** The first row of each. */
  readonly rows: readonly number[];
  /** Why, in words; absent where it is said for all of the screen. */
  readonly reason: string | undefined;
  /** Absent where asking again could not mend it, or is done by itself. */
  readonly retry: (() => void) | undefined;
}

interface PageMarksProps {
  readonly space: RowSpace;
  readonly window: RowWindowStore;
  readonly failed: FailedPages | undefined;
}

/** What stands between and over the rows: the names of pages, and which of them failed. */
export const PageMarks = memo(function PageMarks(props: PageMarksProps) {
  const t = useTranslations();
  const { count } = useFormats();
  const { space, window, failed } = props;
  const { from, to, offset } = useSyncExternalStore(window.subscribe, window.get);
  const first = Math.max(1, Math.ceil(from / PAGE_SIZE));
  const last = Math.ceil(to / PAGE_SIZE) - 1;
  const pages = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  return (
    <>
      {pages.map((page) => (
        <div
          key={page}
          aria-hidden
          className={classes["divider"]}
          style={{
            transform: `translateY(${space.top(page * PAGE_SIZE) - DIVIDER_HEIGHT - offset}px)`,
          }}
        >
          <span className={classes["dividerText"]}>
            {t("pager.pageName", { page: count(page + 1) })}
          </span>
        </div>
      ))}
      {failed?.rows.map((row) => (
        <div
          key={`failed-${row}`}
          className={classes["failed"]}
          style={{
            // Not by a transform, which what sticks in it would not know of.
            insetBlockStart: space.top(row) - offset,
            blockSize: PAGE_SIZE * space.rowHeight,
          }}
        >
          <span className={classes["failedText"]}>
            <span>
              {failed.reason === undefined
                ? t("pager.pageMissing", { page: count(Math.floor(row / PAGE_SIZE) + 1) })
                : t("pager.pageFailed", {
                    page: count(Math.floor(row / PAGE_SIZE) + 1),
                    reason: failed.reason,
                  })}
            </span>
            {failed.retry && (
              <Button size="small" onClick={failed.retry}>
                {t("errors.retry")}
              </Button>
            )}
          </span>
        </div>
      ))}
    </>
  );
});
