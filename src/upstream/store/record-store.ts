import type { CriterionKey, FilterKeyOf } from "#contract/filter/filters.ts";
import type { WireRecord } from "#contract/upstream/wire-record.ts";
import type { ListRequest } from "#contract/upstream/write-list-request.ts";

/** A call centre, which has calls and people of its own. */
export interface Instance {
  readonly id: string;
  readonly name: string;
}

/** The filters whose values are checked: those of a closed set. */
export type ChoiceKey = FilterKeyOf<"choice" | "multi-choice">;

/**
 * What is asked of a list of calls: a page of 1–100 records, all of whose criteria hold. A list may
 * come with its older single twin (`singles`); then a record must meet both.
 */
export interface WireListRequest extends ListRequest {
  readonly singles: Partial<Readonly<Record<CriterionKey, string>>>;
}

/** A page of call records. */
export interface RecordPage {
  /** In the order asked for. */
  readonly records: readonly WireRecord[];
  /** How many records match in all. It is told with page 1 alone, and is 0 with the others. */
  readonly total: number;
}

export type PeopleKind = "agents" | "skillGroups";

/** What is asked of a list of people. */
export interface PeopleRequest {
  readonly kind: PeopleKind;
  readonly instance: string;
  /** A part of the id or of the name, in capitals or not; no character has a meaning of its own. */
  readonly pattern: string | undefined;
  /** From 1 on. */
  readonly page: number;
  /** 1–100 */
  readonly pageSize: number;
}

/** An agent or a skill group. */
export interface Person {
  readonly id: string;
  /** The id where no name is known. */
  readonly name: string;
  /** The telephone on an agent's desk, where it is known. */
  readonly extension?: string | undefined;
}

/** A page of people, by id. */
export interface PeoplePage {
  readonly people: readonly Person[];
  /** How many people match in all, told with every page. */
  readonly total: number;
}

/**
 * Where the upstream's call records are kept: all that the provider's operations need of a database.
 * Instances and parameters are checked before a store is asked, so it may trust what it is given;
 * what it throws itself is answered as a failure of the service.
 *
 * Every `signal` is aborted when nobody waits for the answer any more. A store that has to work for
 * its answers then stops, and rejects.
 */
export interface RecordStore {
  /** True when the records are generated. */
  readonly isSample: boolean;
  /** In the order in which they are listed. */
  readonly instances: readonly Instance[];
  /** For each choice what may be asked: the documented values, and those in the records. */
  readonly choices: Readonly<Record<ChoiceKey, ReadonlySet<string>>>;
  /**
   * Lists the calls that began within `range`, both ends included. Records without a value of the sort
   * field come last in either order; equal values are in the ascending order of ContactId's bytes in
   * either order, so that pages never overlap.
   *
   * Page 1 of one record, the latest first, is a count probe: it is asked for its total, dozens at a
   * time, and a store does well to answer those together.
   */
  list(request: WireListRequest, signal?: AbortSignal): Promise<RecordPage>;
  /** Finds a call by its id; undefined if the instance has none of that id. */
  find(instance: string, contactId: string, signal?: AbortSignal): Promise<WireRecord | undefined>;
  /** Lists agents or skill groups by the bytes of their ids, ascending. */
  people(request: PeopleRequest, signal?: AbortSignal): Promise<PeoplePage>;
  /** Waits for what is being worked out. What is asked afterwards is refused. */
  close(): Promise<void>;
}
