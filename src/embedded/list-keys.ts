import { wireName } from "#contract/upstream/wire-record.ts";
import type { SqlQuery } from "./connection-pool.ts";
import type { EmbeddedDatabase } from "./database.ts";
import { filterSql } from "./filter-sql.ts";
import type { WireListRequest } from "./list-request.ts";

/** Where a record is: by its id anywhere, by its row among its neighbours. */
export interface RecordKey {
  readonly contactId: string;
  readonly row: number;
}

/**
 * The keys of one page. Rows without a value come last in either order. Equal values are in the
 * ascending order of ContactId in either order, so that pages never overlap.
 */
export function keysSql(request: WireListRequest): SqlQuery {
  const { sort, page, pageSize } = request;
  const { where, params } = filterSql(request);
  const order = `${wireName(sort.field)} ${sort.order} NULLS LAST, ContactId ASC`;
  // Whole numbers that were checked; DuckDB sorts only as far as a limit that it knows beforehand.
  const slice = `LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
  const text = `SELECT ContactId, rowid FROM records WHERE ${where} ORDER BY ${order} ${slice}`;
  return { text, params };
}

export function countSql(request: WireListRequest): SqlQuery {
  const { where, params } = filterSql(request);
  return { text: `SELECT count(*) FROM records WHERE ${where}`, params };
}

export async function listKeys(
  database: EmbeddedDatabase,
  request: WireListRequest,
): Promise<readonly RecordKey[]> {
  const reader = await database.run(keysSql(request));
  return reader
    .getRows()
    .map(([contactId, row]) => ({ contactId: String(contactId), row: Number(row) }));
}

export async function countRecords(
  database: EmbeddedDatabase,
  request: WireListRequest,
): Promise<number> {
  const reader = await database.run(countSql(request));
  return Number(reader.getRows()[0]?.[0] ?? 0);
}
