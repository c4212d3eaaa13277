import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useLocale } from "use-intl";
import { sessionQuery } from "#app/api/session-query.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { useColumns } from "#app/view/use-columns.ts";
import { useView } from "#app/view/use-view.tsx";
import type { WholeFormat } from "#contract/api/whole-export.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { DEFAULT_SORT, type Sort } from "#contract/view/sort.ts";
import { viewSearch } from "#contract/view/view-codec.ts";
import { DEFAULT_VIEW } from "#contract/view/view.ts";
import { beginWholeExport } from "./begin-whole-export.ts";
import type { WholeExportRequest } from "./export-list.ts";
import { exportTitle } from "./export-title.ts";

/** Begins to export all calls of the view in hand, in its columns and its order or by start time. */
export function useWholeExport(): (calls: CallSet, format: WholeFormat, byStart: boolean) => void {
  const client = useQueryClient();
  const locale = useLocale();
  const labels = useLabels();
  const formats = useFormats();
  const { view, asOf } = useView();
  const { columns } = useColumns();
  const { instances } = useSuspenseQuery(sessionQuery()).data;

  function requestOf(calls: CallSet, format: WholeFormat, sort: Sort): WholeExportRequest {
    const { instance, range, criteria } = calls;
    const isByStart = sort.field === DEFAULT_SORT.field;
    return {
      search: viewSearch({ ...DEFAULT_VIEW, instance, time: range, criteria, sort, columns }),
      format,
      locale,
      title: [
        exportTitle(calls, { labels, formats, nowMs: asOf }),
        // Last, since it is the same for most.
        instances.length > 1 ? (instances.find(({ id }) => id === instance)?.name ?? []) : [],
      ]
        .flat()
        .join(" · "),
      byStart: isByStart ? undefined : requestOf(calls, format, DEFAULT_SORT),
    };
  }
  return (calls, format, byStart) =>
    beginWholeExport(client, requestOf(calls, format, byStart ? DEFAULT_SORT : view.sort));
}
