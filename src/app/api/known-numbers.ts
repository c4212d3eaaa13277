import type { QueryClient } from "@tanstack/react-query";
import type { ToldNumber } from "#contract/api/links.ts";
import { withCriterion } from "#contract/filter/criteria.ts";
import { FILTERS, type Criteria, type FilterKeyOf } from "#contract/filter/filters.ts";
import { PHONE_KEYS, type PhoneName } from "#contract/filter/sealed-number.ts";
import { toldSoFar, useTold, type Told } from "./told.ts";

/**
 * What the server has told of the numbers in links, and of those that were to be put into one (decision 22): by
 * their place, and by the token or the number that was asked about. null: a token that does not open.
 */
export type KnownNumbers = ReadonlyMap<string, ToldNumber | null>;

export const KNOWN_NUMBERS: Told<KnownNumbers> = { name: ["numbers"], nothing: new Map() };

export const knownNumbers = (client: QueryClient): KnownNumbers => toldSoFar(client, KNOWN_NUMBERS);
export const useKnownNumbers = (): KnownNumbers => useTold(KNOWN_NUMBERS);

/** The key of what was told of a token or a number. */
export const numberKey = (instance: string | undefined, filter: PhoneName, asked: string) =>
  [filter, asked, instance].join(" ");

/** What is known of the value of a filter; undefined: nothing yet. */
export function numberOf(
  known: KnownNumbers,
  instance: string | undefined,
  key: FilterKeyOf<"phone">,
  value: string,
): ToldNumber | null | undefined {
  return known.get(numberKey(instance, FILTERS[key].url, value));
}

/**
 * The criteria with other values in place of the numbers and tokens; undefined takes one away. The same object where
 * nothing changes.
 */
export function withNumbers(
  known: KnownNumbers,
  instance: string | undefined,
  criteria: Criteria,
  pick: (told: ToldNumber | null | undefined, value: string) => string | undefined,
): Criteria {
  return PHONE_KEYS.reduce((changed, key) => {
    const value = criteria[key];
    if (value === undefined) return changed;
    const next = pick(numberOf(known, instance, key, value), value);
    return next === value ? changed : withCriterion(changed, key, next);
  }, criteria);
}

/** For an address: the token, the first there was of a number; of what is not known yet the value as it is. */
export const tokenOf = (told: ToldNumber | null | undefined, value: string) =>
  told === null ? undefined : (told?.token ?? value);

/** For the screen: what the reader may know of it; a sign of something to come while nothing is known. */
export const shownOf = (told: ToldNumber | null | undefined) => told?.number ?? told?.masked ?? "…";
