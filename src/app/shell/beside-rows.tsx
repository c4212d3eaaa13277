import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { healOutages } from "#app/api/heal-outages.ts";
import { DropPlace } from "#app/export/opening/drop-place.tsx";
import { ExportsPlace } from "#app/export/whole/exports-place.tsx";
import { useCopyCells } from "#app/records/grid/use-copy-cells.ts";
import { PrintSheet } from "#app/records/print/print-sheet.tsx";
import type { CallListInHand } from "#app/records/use-call-list.ts";
import { useViewKeeping } from "#app/saved/use-view-keeping.ts";
import { useView } from "#app/view/use-view.tsx";
import { useTitle } from "./use-title.ts";

type BesideRowsProps = Pick<CallListInHand, "asked" | "rows" | "viewport">;

/** What works beside the rows and is fetched once they are there. It draws nothing before something is exported. */
export function BesideRows({ asked, rows, viewport }: BesideRowsProps) {
  const client = useQueryClient();
  const { page } = useView().view;
  useEffect(() => healOutages(client), [client]);
  useCopyCells(rows.list);
  useViewKeeping();
  useTitle({ calls: asked.calls, total: rows.total.count, viewport });
  // The total is the asked list's, which may not be on screen yet.
  const total = rows.stale ? undefined : rows.total.count;
  return (
    <>
      {rows.list !== undefined && <PrintSheet list={rows.list} page={page} total={total} />}
      <ExportsPlace />
      <DropPlace />
    </>
  );
}
