import { useCallback, useMemo } from "react";
import * as z from "zod/mini";
import { usePreference, type Preference } from "#app/ui/preference.ts";
import type { FilterKeyOf } from "#contract/filter/filters.ts";

/** An agent or a skill group; without a name where none is known. */
export interface RecentPerson {
  readonly id: string;
  readonly name?: string | undefined;
}

const MOST = 8;
const NONE: readonly RecentPerson[] = [];
const recentSchema = z.array(z.object({ id: z.string(), name: z.optional(z.string()) }));

function readRecent(text: string): readonly RecentPerson[] | undefined {
  try {
    return recentSchema.safeParse(JSON.parse(text)).data?.slice(0, MOST);
  } catch {
    return undefined;
  }
}

/** Of one instance, since the others do not know them. */
export function recentPeople(
  facet: FilterKeyOf<"person">,
  instance: string,
): Preference<readonly RecentPerson[]> {
  return {
    key: `callscope.recent.${facet}.${instance}`,
    read: readRecent,
    write: (people) => JSON.stringify(people),
  };
}

/** `person` at the front of those chosen lately. */
export function withRecent(
  recent: readonly RecentPerson[],
  person: RecentPerson,
): readonly RecentPerson[] {
  return [person, ...recent.filter(({ id }) => id !== person.id)].slice(0, MOST);
}

/** Whom the reader chose lately, the latest first, and how to add one. */
export function useRecentPeople(
  facet: FilterKeyOf<"person">,
  instance: string,
): readonly [readonly RecentPerson[], (person: RecentPerson) => void] {
  const kept = useMemo(() => recentPeople(facet, instance), [facet, instance]);
  const [recent = NONE, setRecent] = usePreference(kept);
  const add = useCallback(
    (person: RecentPerson) => setRecent(withRecent(recent, person)),
    [recent, setRecent],
  );
  return [recent, add];
}
