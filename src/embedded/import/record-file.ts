import type { DuckDBConnection } from "@duckdb/node-api";

/** A record that cannot be imported. The reason names fields, never values: they are people's. */
export interface BadRecord {
  readonly file: string;
  /** Where it begins. Rows are of files that have no lines; both count from 1. */
  readonly place: { readonly line: number } | { readonly row: number };
  readonly reason: string;
}

export interface BadRecords {
  /** The first of them. */
  readonly shown: readonly BadRecord[];
  /** How many there are in all. */
  readonly count: number;
}

export interface ReadDeps {
  readonly connection: DuckDBConnection;
  readonly signal?: AbortSignal | undefined;
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
   * what an earlier may stumble over.
   */
  readonly selects: readonly [string, ...string[]];
  /** Whether a text may stand for an object or a list. */
  readonly maybeNested: boolean;
  /**
   * Whether it is bad in a way that no record of a SELECT shows.
   *
   * @param suspects records of which a text may be an object or a list
   */
  hidesFault(suspects: number, deps: ReadDeps): Promise<boolean>;
  /** The bad records, by reading the file once more. */
  findBad(show: number, deps: ReadDeps): Promise<BadRecords>;
}
