import { DONE_ROUTE, MOST_RETURN_LENGTH } from "#contract/api/sign-in.ts";

const HOME = "/";
/** All that signing in may lead to: whatever a page of ours shows, its query says. */
const PATHS: readonly string[] = [HOME, "/index.html", DONE_ROUTE];

/**
 * Where signing in leads to: a page of ours, or else the first one. What it gives is put together anew
 * from what was read, so that no two readers of an address differ about it.
 */
export function returnAddress(wanted: unknown): string {
  return knownAddress(wanted) ?? HOME;
}

/** Undefined: it is no page of ours, or too long to be kept. */
export function knownAddress(wanted: unknown): string | undefined {
  // Of the address below none is ours but what begins with a single slash.
  if (typeof wanted !== "string" || !/^\/(?![/\\])/.test(wanted)) return undefined;
  const ours = "https://callscope.invalid";
  if (!URL.canParse(wanted, ours)) return undefined;
  const { origin, pathname, search } = new URL(wanted, ours);
  if (origin !== ours || !PATHS.includes(pathname)) return undefined;
  const address = pathname + search;
  return address.length > MOST_RETURN_LENGTH ? undefined : address;
}
