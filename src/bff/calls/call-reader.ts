import type { RecordsPage } from "#bff/upstream/list-records.ts";
import type { Spent } from "#contract/api/spent.ts";
import type { ListRequest } from "#contract/upstream/write-list-request.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";

/**
 * What upstream calls are made for, in the order in which they are given up when the upstream
 * throttles: what is exported and the histogram wait first, then the facets, rows never.
 */
export const PURPOSES = ["rows", "facets", "histogram", "export"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The reader on whose behalf something is read, and what it is for. */
export interface Asking {
  readonly purpose: Purpose;
  /** Readers with the same text may see the same; answers are never shared between different ones. */
  readonly rights: string;
  readonly signal: AbortSignal;
  /** Readers take turns. */
  readonly readerName?: string | undefined;
  /** The same object for all that one request asks: requests take turns upstream. */
  readonly party?: object | undefined;
  /** Pages that are read together: what calls that come meanwhile push from one of them is on another. */
  readonly isWhole?: boolean;
  /** Of a count: where there are more than so many, any such number will do. */
  readonly enough?: number;
  /** Of a count by a duration: upstream calls that it may take beyond the one list of all, at most. */
  readonly most?: number;
  /** Only an answer to a call that began then or later will do, ms, monotonic. */
  readonly since?: number;
  /** Told when the answer was given that is handed on, ms, monotonic: what is kept is older than now. */
  readonly onHeard?: (at: number) => void;
  /** Told of every request sent upstream on this behalf alone; what others had asked costs nothing. */
  readonly onSpent: (spent: Spent) => void;
}

/** What is asked for, whatever for. */
export type AskingFor = Omit<Asking, "purpose" | "since" | "onHeard">;

/**
 * The one reader of call records. It shares equal upstream calls, keeps answers, and waits for its
 * turn.
 */
export interface CallReader {
  /**
   * One page. Equal requests under way are one call, and its answer is kept for a while.
   *
   * @throws UpstreamError, or the signal's reason
   */
  page(request: ListRequest, asking: Asking): Promise<RecordsPage>;
  /**
   * How many calls match, by one count probe, or for nothing where a first page of the same filter
   * is known or on its way.
   *
   * @throws UpstreamError, also where the upstream does not count; or the signal's reason
   */
  count(calls: UnpinnedCalls, asking: Asking): Promise<number>;
  /** Whether calls may still come late into the range: then counts of two moments may differ. */
  mayGrow(calls: UnpinnedCalls): boolean;
  /** A page that `page` would give without a call. */
  knownPage(request: ListRequest, rights: string): RecordsPage | undefined;
}
