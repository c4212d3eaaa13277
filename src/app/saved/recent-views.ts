import * as z from "zod/mini";

/** How many views are remembered. */
export const MOST_RECENT = 10;

const storedSchema = z.array(z.unknown());

/** The addresses of the views looked at last, the latest first. */
export function readRecent(text: string | null): readonly string[] {
  if (text === null) return [];
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return [];
  }
  const entries = storedSchema.safeParse(json).data ?? [];
  const isSearch = (entry: unknown): entry is string =>
    typeof entry === "string" && (entry === "" || entry.startsWith("?"));
  return [...new Set(entries.filter(isSearch))].slice(0, MOST_RECENT);
}

/** With another in front; the same list where it is there already. */
export function withRecent(recent: readonly string[], search: string): readonly string[] {
  if (recent[0] === search) return recent;
  return [search, ...recent.filter((other) => other !== search)].slice(0, MOST_RECENT);
}
