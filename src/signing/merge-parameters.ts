type Parameters = Readonly<Record<string, string>>;

/** The parameters of query and body together, or the name that they do not agree on. */
export type MergedParameters =
  | { ok: true; parameters: Record<string, string> }
  /** `key` has another value in the body than in the query. */
  | { ok: false; key: string };

/**
 * The parameters of a request that may carry some in its query and some in its body. One that is in
 * both must have the same value there: else it would mean what the reader happens to look at first.
 */
export function mergeParameters(query: Parameters, body: Parameters): MergedParameters {
  const merged = new Map(Object.entries(query));
  for (const [key, value] of Object.entries(body)) {
    if ((merged.get(key) ?? value) !== value) return { ok: false, key };
    merged.set(key, value);
  }
  return { ok: true, parameters: Object.fromEntries(merged) };
}
