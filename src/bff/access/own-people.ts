import { createByteCache } from "#bff/calls/byte-cache.ts";
import { requestKey } from "#bff/calls/request-key.ts";
import type { Instance } from "#bff/upstream/list-instances.ts";
import type { PeopleSearch } from "#bff/upstream/list-people.ts";
import type { FoundPeople, Person } from "#contract/api/people.ts";
import { FILTERS } from "#contract/filter/filters.ts";
import type { PeopleKind } from "#contract/record/people.ts";
import { rightsText, type OwnScope } from "./own-scope.ts";
import type { Reader } from "./reader.ts";

/** Who the groups or agents are by which readers are bounded. */
export interface OwnPeople {
  /**
   * All of a reader's, by name; by the id where the name cannot be had.
   *
   * @param instances which the reader may read
   */
  of(reader: Reader, scope: OwnScope, instances: readonly Instance[]): Promise<readonly Person[]>;
}

export interface OwnPeopleDeps {
  /** The people of an instance whose name or id contains a text. */
  readonly search: (search: PeopleSearch) => Promise<FoundPeople>;
  readonly now: () => number;
}

const KEEP_MS = 60_000;
const KEPT_BYTES = 1_000_000;
/** With its name, about. */
const BYTES_OF_ONE = 300;
/** Nobody chooses among more of them by name. */
const MOST_NAMED = 32;

export function createOwnPeople({ search, now }: OwnPeopleDeps): OwnPeople {
  const kept = createByteCache<Promise<readonly Person[]>>(KEPT_BYTES, now);

  async function named(id: string, kind: PeopleKind, instances: readonly Instance[]) {
    const home = instances.find((instance) => id.endsWith(`@${instance.id}`)) ?? instances[0];
    // The name is a convenience.
    const found = home && (await search({ instance: home.id, kind, q: id }).catch(() => undefined));
    return found?.people.find((person) => person.id === id) ?? { id, name: id };
  }

  return {
    of(reader, { filter, ids }, instances) {
      const key = requestKey([rightsText(reader)]);
      const known = kept.get(key);
      if (known !== undefined) return known;
      const kind = FILTERS[filter].people;
      const people = Promise.all(
        ids.map((id, index) =>
          index < MOST_NAMED ? named(id, kind, instances) : { id, name: id },
        ),
      );
      kept.set(key, people, BYTES_OF_ONE * ids.length, KEEP_MS);
      return people;
    },
  };
}
