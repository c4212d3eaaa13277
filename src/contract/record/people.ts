import type { CallRecord } from "./call-record.ts";
import type { FieldOfKind } from "./record-fields.ts";

/** Whom a record names: the fields with their ids and, in the same order, with their names. */
export const PEOPLE = {
  agent: { ids: "agentIds", names: "agentNames" },
  "skill-group": { ids: "skillGroupIds", names: "skillGroupNames" },
} as const satisfies Record<string, { ids: FieldOfKind<"list">; names: FieldOfKind<"list"> }>;

/** A kind of {@link PEOPLE}. */
export type PeopleKind = keyof typeof PEOPLE;

/** The kinds of {@link PEOPLE}. */
// The cast is sound: the object is a literal of this module with no other keys.
export const PEOPLE_KINDS = Object.keys(PEOPLE) as readonly PeopleKind[];

/** Somebody whom a record names. */
export interface NamedPerson {
  readonly id: string;
  /** Absent where the record gives the id alone. */
  readonly name: string | undefined;
}

/**
 * The people of a kind whom a record names, each once. Where there are not as many names as ids, nobody can
 * say which name is whose.
 */
export function peopleOf(record: CallRecord, kind: PeopleKind): readonly NamedPerson[] {
  const ids = record[PEOPLE[kind].ids] ?? [];
  const told = record[PEOPLE[kind].names];
  const names = told?.length === ids.length ? told : undefined;
  return [...new Set(ids)].map((id) => ({ id, name: names?.[ids.indexOf(id)] }));
}
