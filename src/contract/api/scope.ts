import * as z from "zod/mini";
import { PERSON_KEYS } from "#contract/filter/filters.ts";
import { personSchema } from "./people.ts";

/**
 * What bounds a reader who sees the calls of some groups or agents alone. One of `people` always stands in
 * `filter`: where a view names none, the first of those {@link withinInstance}.
 */
export const scopeSchema = z.object({
  filter: z.enum(PERSON_KEYS),
  people: z.array(personSchema),
});

/**
 * Those of a reader's groups or agents that an instance has. The provider writes the instance into an id,
 * `agent@instance`; where no id has this one's, nothing tells them apart, and all of them are meant.
 */
export function withinInstance<T extends { readonly id: string }>(
  people: readonly T[],
  instance: string | undefined,
): readonly T[] {
  const own = people.filter(({ id }) => !id.includes("@") || id.endsWith(`@${instance}`));
  return own.length > 0 ? own : people;
}
