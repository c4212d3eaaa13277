import type { WireParameters } from "./wire-parameters.ts";

/** Of a list in an object in the body; nothing the API knows is deeper than two. */
const MAX_DEPTH = 8;

function isWithinDepth(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isWithinDepth(inner, levels - 1));
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && !Array.isArray(value) ? (value ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The parameters in a JSON object. Numbers and booleans count as their text; a list or an object as
 * its JSON text, which is how the API takes lists; null is as if absent. Undefined for what is not
 * a JSON object, and for one that is nested so deep that writing it again could exhaust the stack.
 */
export function parseJsonBody(text: string): WireParameters | undefined {
  const body = parseObject(text);
  if (body === undefined || !isWithinDepth(body, MAX_DEPTH)) return undefined;
  return Object.fromEntries(
    Object.entries(body)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  );
}
