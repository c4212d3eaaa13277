import { useEffect, useState } from "react";
import { isSameQuestion, newRows } from "#app/records/list/new-rows.ts";
import type { RowMap } from "#app/records/list/row-map.ts";
import type { CallList } from "#contract/view/call-set.ts";

/** How long they stand out: to be noticed, and no longer. */
const SHOWN_MS = 8_000;
const NONE: ReadonlySet<string> = new Set();

interface ListRead {
  readonly id: string;
  readonly of: CallList;
  readonly map: RowMap;
}

/** The calls, by id, that came with the last refresh, for some seconds after it. */
export function useNewRows(list: ListRead | undefined): ReadonlySet<string> {
  const [read, setRead] = useState({ list, fresh: NONE });
  const before = read.list;
  if (list !== undefined && before !== list) {
    const isAnother = before?.id !== list.id;
    const isAgain = before !== undefined && isAnother && isSameQuestion(before.of, list.of);
    const fresh = isAgain ? newRows(before.map, list.map) : isAnother ? NONE : read.fresh;
    setRead({ list, fresh });
  }
  const { fresh } = read;
  useEffect(() => {
    if (fresh.size === 0) return undefined;
    const timer = setTimeout(() => setRead((last) => ({ ...last, fresh: NONE })), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [fresh]);
  return fresh;
}
