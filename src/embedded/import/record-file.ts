import type { DuckDBConnection } from "@duckdb/node-api";
import type { Fields } from "./record-fault.ts";

/** Where a record begins. Rows are of files that have no lines; both count from 1. */
type Place = { readonly line: number } | { readonly row: number };

/** A record that cannot be imported. The reason names fields, never values: they are people's. */
export interface BadRecord {
  readonly file: string;
  readonly place: Place;
  readonly reason: string;
}

export interface BadRecords {
  /** The first of them. */
  readonly shown: readonly BadRecord[];
  /** How many there are in all. */
  readonly count: number;
}

/** A record as a file has it, or why it cannot be read; completes "The record …". */
export type FileRecord = { readonly place: Place } & (
  | { readonly fields: Fields }
  | { readonly fault: string }
);

export interface ReadDeps {
  readonly connection: DuckDBConnection;
  readonly signal?: AbortSignal | undefined;
}

/** Completes "The record …" where a good one is bad for a reason beyond itself. */
export type FaultOf = (texts: Readonly<Record<string, string>>) => string | undefined;

export interface RewrittenFile {
  readonly path: string;
  readonly bad: BadRecords;
}

/** A file of call records, of whatever format, open to be read by DuckDB. */
export interface RecordFile {
  /** As it was named by whoever imports it. */
  readonly name: string;
  /** Bytes of what is read. */
  readonly bytes: number;
  /** How many records it may hold, for the time left. */
  readonly aboutRows: number;
  /** Names that are no field of a call record; they are left out. */
  readonly unknownFields: readonly string[];
  /**
   * SELECTs of one text column for each field. Each reads the same; a later one is slower and reads
   * what an earlier may stumble over. None where DuckDB cannot read the file as it is.
   */
  readonly selects: readonly string[];
  /** True of a record whose texts do not tell whether it is good; absent if all do. */
  readonly doubtSql?: string;
  /**
   * Whether it is bad in a way that no record of a SELECT shows.
   *
   * @param doubtful records of which the texts do not tell
   */
  hidesFault(doubtful: number, deps: ReadDeps): Promise<boolean>;
  /**
   * Writes the records as objects of texts, one a line, in the provider's names and the service's own form:
   * slower than to read the file as it is, and from more forms. Where some are bad they are named.
   */
  rewrite(show: number, signal: AbortSignal | undefined): Promise<RewrittenFile>;
  /** The bad records, by reading the file once more. */
  findBad(show: number, signal: AbortSignal | undefined, faultOf?: FaultOf): Promise<BadRecords>;
}
