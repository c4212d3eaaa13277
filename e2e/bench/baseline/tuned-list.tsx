import { QueryClient, QueryClientProvider, useQueries, useQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useCallback, useRef, type CSSProperties } from "react";
import { createRoot } from "react-dom/client";
import type { CallRecord } from "#contract/record/call-record.ts";
import { COLUMNS } from "./columns.ts";

// What who knows the libraries well would write, to hold a scroll into pages that are not loaded against:
// TanStack Virtual over TanStack Query, rows drawn once, the pages in view asked for and no others.

const ROW_PX = 34;
const PAGE = 100;

interface Reply {
  readonly records: readonly CallRecord[];
  readonly total: number | null;
}

const pageQuery = (page: number) => ({
  queryKey: ["page", page],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Reply> =>
    (await fetch(`/api/records${location.search}&page=${page}`, { signal })).json(),
  staleTime: Infinity,
});

const ROW: CSSProperties = {
  position: "absolute",
  insetBlockStart: 0,
  insetInline: 0,
  blockSize: ROW_PX,
  display: "flex",
  contain: "strict",
  borderBlockEnd: "1px solid #eee",
  boxSizing: "border-box",
};
const CELLS: readonly CSSProperties[] = COLUMNS.map(({ width }) => ({
  inlineSize: width,
  flex: "none",
  padding: "7px 8px",
  boxSizing: "border-box",
  overflow: "hidden",
  textOverflow: "ellipsis",
  whiteSpace: "nowrap",
}));

const Row = memo(function Row({ record, top }: { record: CallRecord | undefined; top: number }) {
  return (
    <div
      role="row"
      data-loading={record === undefined || undefined}
      style={{ ...ROW, transform: `translateY(${top}px)` }}
    >
      {record !== undefined &&
        COLUMNS.map(({ key, text }, at) => (
          <div key={key} role="gridcell" style={CELLS[at]}>
            {text(record)}
          </div>
        ))}
    </div>
  );
});

function TunedList() {
  const scroller = useRef<HTMLDivElement>(null);
  const total = useQuery(pageQuery(1)).data?.total ?? 0;
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: useCallback(() => scroller.current, []),
    estimateSize: useCallback(() => ROW_PX, []),
    overscan: 10,
  });
  const items = virtualizer.getVirtualItems();
  const first = Math.floor((items[0]?.index ?? 0) / PAGE);
  const last = Math.floor((items.at(-1)?.index ?? 0) / PAGE);
  const pages = useQueries({
    queries: Array.from({ length: last - first + 1 }, (_unused, at) => pageQuery(first + at + 1)),
  });
  return (
    <div ref={scroller} id="records" style={{ blockSize: "100vh", overflow: "auto" }}>
      <div
        style={{ position: "relative", inlineSize: 1390, blockSize: virtualizer.getTotalSize() }}
      >
        {items.map(({ index, key, start }) => {
          const page = pages[Math.floor(index / PAGE) - first]?.data;
          return <Row key={key} record={page?.records[index % PAGE]} top={start} />;
        })}
      </div>
    </div>
  );
}

const root = document.getElementById("root");
if (root !== null)
  createRoot(root).render(
    <QueryClientProvider client={new QueryClient()}>
      <TunedList />
    </QueryClientProvider>,
  );
