import { LRUCache } from "lru-cache";
import { MAX_PAGE, PAGE_SIZE } from "#contract/paging.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import type { SqlQuery } from "./connection-pool.ts";
import type { EmbeddedDatabase } from "./database.ts";
import { filterSql } from "./filter-sql.ts";
import type { WireListRequest } from "./list-request.ts";

/** Where a record is: by its id anywhere, by its time and row among its neighbours. */
export interface RecordKey {
  readonly contactId: string;
  /** ms */
  readonly startTime: number;
  readonly row: number;
}

/** Part of a sorted list. */
interface Slice {
  readonly offset: number;
  readonly limit: number;
}

/** All that page numbers can reach: 10,000 records. */
const REACHABLE: Slice = { offset: 0, limit: MAX_PAGE * PAGE_SIZE };

/** Some 100 bytes each. */
const KEYS_KEPT = 400_000;

/**
 * The keys of a slice. Rows without a value come last in either order. Equal values are in the
 * ascending order of ContactId in either order, so that pages never overlap.
 */
export function keysSql(request: WireListRequest, { limit, offset }: Slice): SqlQuery {
  const { sort } = request;
  const { where, params } = filterSql(request);
  const order = `${wireName(sort.field)} ${sort.order} NULLS LAST, ContactId ASC`;
  // Whole numbers that were checked; DuckDB sorts only as far as a limit that it knows beforehand.
  const text = `SELECT ContactId, StartTime, rowid FROM records WHERE ${where} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`;
  return { text, params };
}

function sliceOf({ page, pageSize }: WireListRequest): Slice {
  return { offset: (page - 1) * pageSize, limit: pageSize };
}

async function readKeys(
  database: EmbeddedDatabase,
  query: SqlQuery,
  signal?: AbortSignal,
): Promise<readonly RecordKey[]> {
  const reader = await database.run(query, signal);
  return reader.getRows().map(([contactId, startTime, row]) => ({
    contactId: String(contactId),
    startTime: Number(startTime),
    row: Number(row),
  }));
}

export type KeyLister = (
  request: WireListRequest,
  signal?: AbortSignal,
) => Promise<readonly RecordKey[]>;

/**
 * Lists the keys of a page. By time they are read from the table, which is kept in that order. In
 * any other order a page is a sort of all that matches, so it is done once for all pages, and kept:
 * whoever reads on, or looks up a rank, asks for the same again.
 */
export function createKeyLister(database: EmbeddedDatabase): KeyLister {
  const sorted = new LRUCache<string, readonly RecordKey[], SqlQuery>({
    maxSize: KEYS_KEPT,
    sizeCalculation: (keys) => keys.length + 1,
    // Those who ask for the same meanwhile wait for the same.
    fetchMethod: (_name, _stale, { context }) => readKeys(database, context),
  });
  return async (request, signal) => {
    const slice = sliceOf(request);
    if (request.sort.field === "startTime")
      return readKeys(database, keysSql(request, slice), signal);
    const query = keysSql(request, REACHABLE);
    // Whatever changes the records makes the sorted keys out of date.
    const name = JSON.stringify([database.revision, query.text, query.params]);
    const keys = await sorted.forceFetch(name, { context: query });
    return keys.slice(slice.offset, slice.offset + slice.limit);
  };
}

export function countSql(request: WireListRequest): SqlQuery {
  const { where, params } = filterSql(request);
  return { text: `SELECT count(*) FROM records WHERE ${where}`, params };
}

export async function countRecords(
  database: EmbeddedDatabase,
  request: WireListRequest,
  signal?: AbortSignal,
): Promise<number> {
  const reader = await database.run(countSql(request), signal);
  return Number(reader.getRows()[0]?.[0] ?? 0);
}
