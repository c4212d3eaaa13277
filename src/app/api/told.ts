import { skipToken, useQuery, type QueryClient } from "@tanstack/react-query";

/**
 * What replies tell in passing, such as names and costs. It is never fetched, and stands in the query
 * cache so that it goes with all that one reader knew when the cache is cleared for the next.
 */
export interface Told<T> {
  readonly name: readonly unknown[];
  /** What is known before anything was told. */
  readonly nothing: T;
}

/** Begins the query key of all that is told. */
export const TOLD_KEY = "told";

const keyOf = ({ name }: Told<unknown>) => [TOLD_KEY, ...name];

/** What was told until now. */
export function toldSoFar<T>(client: QueryClient, told: Told<T>): T {
  return client.getQueryData<T>(keyOf(told)) ?? told.nothing;
}

/** Changes what was told; a change that gives back what it was given is none. */
export function tell<T>(client: QueryClient, told: Told<T>, change: (known: T) => T): void {
  const known = toldSoFar(client, told);
  const changed = change(known);
  if (changed !== known) client.setQueryData<T>(keyOf(told), () => changed);
}

/** Follows what is told. */
export function useTold<T>(told: Told<T>): T {
  const { data } = useQuery<T>({ queryKey: keyOf(told), queryFn: skipToken });
  return data ?? told.nothing;
}
