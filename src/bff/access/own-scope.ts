import { withinInstance } from "#contract/api/scope.ts";
import { FILTERS, type FilterKeyOf } from "#contract/filter/filters.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { PEOPLE } from "#contract/record/people.ts";
import type { Reader } from "./reader.ts";

/** The groups or agents whose calls are all that a reader may see. */
export interface OwnScope {
  /** The upstream filters by one of them at a time. */
  readonly filter: FilterKeyOf<"person">;
  /** At least one. */
  readonly ids: readonly string[];
}

/** What bounds a reader; undefined: nothing does. */
export function scopeOf({ rights, groups, agents }: Reader): OwnScope | undefined {
  switch (rights.calls) {
    case "all":
      return undefined;
    case "own-groups":
      return { filter: "skillGroupId", ids: groups };
    case "own-calls":
      return { filter: "agentId", ids: agents };
    default:
      return rights.calls satisfies never;
  }
}

/**
 * What decides which records a reader may be shown, as text, for keys of what is kept: readers of other
 * rights never share an answer. How numbers are shown is decided after that, at the door out.
 */
export function rightsText(reader: Reader): string {
  return JSON.stringify([reader.rights.instances, scopeOf(reader) ?? "all"]);
}

/** Those of them that an instance has. */
export function idsWithin({ ids }: OwnScope, instance: string): readonly string[] {
  return withinInstance(
    ids.map((id) => ({ id })),
    instance,
  ).map(({ id }) => id);
}

/** Whether one of them is among those whom a record names. A call that was passed on has several. */
export function isWithin(record: CallRecord, { filter, ids }: OwnScope): boolean {
  const named = record[PEOPLE[FILTERS[filter].people].ids] ?? [];
  return named.some((id) => ids.includes(id));
}
