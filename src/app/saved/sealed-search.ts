import type { QueryClient } from "@tanstack/react-query";
import { knownNumbers, numberOf } from "#app/api/known-numbers.ts";
import { instanceOf } from "#app/view/addressed-view.ts";
import { sealNumbers } from "#app/view/number-links.ts";
import type { Session } from "#contract/api/session.ts";
import { FILTERS } from "#contract/filter/filters.ts";
import { clearNumbers, isSealed, PHONE_NAMES } from "#contract/filter/sealed-number.ts";
import { readView } from "#contract/view/view-codec.ts";

/**
 * An address from a file with tokens in the place of its numbers (decision 22), and as it was otherwise, with
 * whatever is not understood here.
 *
 * @throws what asking for the tokens throws
 */
export async function sealedSearch(
  search: string,
  session: Session,
  client: QueryClient,
): Promise<string> {
  const params = new URLSearchParams(search);
  const { view } = readView(params);
  const clear = clearNumbers(view.criteria);
  const instance = instanceOf(view, session);
  if (clear.length > 0) {
    await sealNumbers(client, instance, view.criteria);
    if (instance !== undefined) params.set("instance", instance);
  }
  for (const key of clear) {
    const told = numberOf(knownNumbers(client), instance, key, view.criteria[key] ?? "");
    if (told?.token === undefined) throw new Error("A number could not be sealed.");
    params.set(FILTERS[key].url, told.token);
  }
  // What is no number that can be read may still be somebody's.
  const spoilt = PHONE_NAMES.filter((name) => !params.getAll(name).every(isSealed));
  for (const name of spoilt) params.delete(name);
  return clear.length + spoilt.length === 0 ? search : `?${params}`;
}
