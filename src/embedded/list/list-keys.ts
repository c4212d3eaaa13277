import { setTimeout as sleep } from "node:timers/promises";
import type { DuckDBResultReader } from "@duckdb/node-api";
import { LRUCache } from "lru-cache";
import { MAX_PAGE_SIZE, MAX_REACHABLE } from "#contract/record/list-limits.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import type { SqlQuery } from "#embedded/database/connection-pool.ts";
import type { EmbeddedDatabase } from "#embedded/database/database.ts";
import type { WireListRequest } from "#upstream/store/record-store.ts";
import { filterSql } from "./filter-sql.ts";
import { createSharedWork } from "./shared-work.ts";

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
const REACHABLE: Slice = { offset: 0, limit: MAX_REACHABLE };
/** What most readers stay within. To sort so far takes a third of the time. */
const NEAR: Slice = { offset: 0, limit: 10 * MAX_PAGE_SIZE };

/** Some 100 bytes each, as many as a hundred letters of a name. */
const KEYS_KEPT = 400_000;
/** How often, ms, and how many times it is looked whether there is time to sort for later pages. */
const IDLE_MS = 50;
const IDLE_TRIES = 10;

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

/** The slice of what a statement of {@link keysSql} found. What is not asked for stays DuckDB's. */
function readKeys(reader: DuckDBResultReader, { offset, limit }: Slice): RecordKey[] {
  const count = Math.max(0, Math.min(limit, reader.currentRowCount - offset));
  return Array.from({ length: count }, (_unused, index) => ({
    contactId: String(reader.value(0, offset + index)),
    startTime: Number(reader.value(1, offset + index)),
    row: Number(reader.value(2, offset + index)),
  }));
}

export type KeyLister = (
  request: WireListRequest,
  signal?: AbortSignal,
) => Promise<readonly RecordKey[]>;

/**
 * Lists the keys of a page. By time they are read from the table, which is kept in that order. In
 * any other order a page is a sort of all that matches, so it is sorted once for all pages, and
 * kept: whoever reads on, or looks up a rank, asks for the same again. The first pages are cheaper
 * alone; the others are then made ready while nobody asks for anything.
 */
export function createKeyLister(database: EmbeddedDatabase): KeyLister {
  const share = createSharedWork<DuckDBResultReader>();
  const sorted = new LRUCache<string, DuckDBResultReader>({
    maxSize: KEYS_KEPT,
    sizeCalculation: (reader, name) => reader.currentRowCount + Math.ceil(name.length / 100),
  });
  let revision = database.revision;

  function nameOf({ text, params }: SqlQuery): string {
    if (revision !== database.revision) {
      // Whatever changes the records makes the sorted keys out of date.
      sorted.clear();
      revision = database.revision;
    }
    return JSON.stringify([revision, text, params]);
  }

  async function sort(query: SqlQuery, signal?: AbortSignal): Promise<DuckDBResultReader> {
    const name = nameOf(query);
    const begin = async (whileWanted: AbortSignal) => {
      const reader = await database.run(query, whileWanted);
      if (name === nameOf(query)) sorted.set(name, reader);
      return reader;
    };
    return sorted.get(name) ?? share(name, begin, signal);
  }

  /** Nobody waits for it: where it fails, the page that needs it says so. */
  async function prepare(query: SqlQuery): Promise<void> {
    const name = nameOf(query);
    for (let tries = 0; tries < IDLE_TRIES && name === nameOf(query); tries += 1) {
      await sleep(IDLE_MS, undefined, { ref: false });
      if (!database.isIdle) continue;
      await sort(query).catch(() => undefined);
      return;
    }
  }

  return async (request, signal) => {
    const slice = sliceOf(request);
    const readSlice = async () =>
      readKeys(await database.run(keysSql(request, slice), signal), { ...slice, offset: 0 });
    if (request.sort.field === "startTime") return readSlice();

    const all = keysSql(request, REACHABLE);
    const isNear = slice.offset + slice.limit <= NEAR.limit;
    const kept = isNear && !sorted.has(nameOf(all)) ? keysSql(request, NEAR) : all;
    const isFirst = request.page === 1 && !sorted.has(nameOf(kept));
    const keys = isFirst ? await readSlice() : readKeys(await sort(kept, signal), slice);
    if (kept !== all && keys.length === slice.limit) void prepare(all);
    return keys;
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
