import type { WireForm } from "#contract/filter/filter-row.ts";
import { WireError } from "./wire-error.ts";

/** The parameters of a request, as the signature covered them. */
export type WireParameters = Readonly<Record<string, string>>;

/** A list of 500 descriptions is shorter; the provider names no bound. */
const MOST_CHARS = 65_536;

/**
 * The text of a parameter. Empty is as if absent.
 *
 * @throws WireError `Parameter.Format`
 */
export function optionalText(parameters: WireParameters, name: string): string | undefined {
  const text = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (text !== undefined && text.length > MOST_CHARS) throw formatError(name, "It is too long.");
  return text === "" ? undefined : text;
}

/** @throws WireError `Parameter.Blank` */
export function requiredText(parameters: WireParameters, name: string): string {
  const text = optionalText(parameters, name);
  if (text === undefined) throw new WireError("Parameter.Blank", name);
  return text;
}

export function formatError(name: string, hint: string): WireError {
  return new WireError("Parameter.Format", name, hint);
}

/** Digits only: `Number` alone would also take `1e3`, `0x10` and blanks. */
const WHOLE = /^-?\d{1,16}$/;

function parseWhole(name: string, text: string): number {
  if (!WHOLE.test(text)) throw formatError(name, "It must be an integer.");
  return Number(text);
}

/**
 * A page number or size.
 *
 * @throws WireError `Parameter.Blank`, `Parameter.Format`, `Parameter.Minimum`, `Parameter.Maximum`
 */
export function requiredCount(parameters: WireParameters, name: string, most: number): number {
  const value = parseWhole(name, requiredText(parameters, name));
  if (value < 1) throw new WireError("Parameter.Minimum", name, "1");
  if (value > most) throw new WireError("Parameter.Maximum", name, String(most));
  return value;
}

/** An instant in ms since the epoch. */
export function optionalInstant(parameters: WireParameters, name: string): number | undefined {
  const text = optionalText(parameters, name);
  if (text === undefined) return undefined;
  const value = parseWhole(name, text);
  if (value < 0 || value > Number.MAX_SAFE_INTEGER)
    throw formatError(name, "It must be a Unix timestamp in milliseconds.");
  return value;
}

/** No menu has more; the provider names no bound. */
const MOST_ITEMS = 500;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A list: JSON text, or separated by commas where the page says so. Numbers count as their text;
 * an empty list is as if absent.
 */
function optionalList(
  parameters: WireParameters,
  name: string,
  { commas = false }: { readonly commas?: boolean } = {},
): readonly string[] | undefined {
  const text = optionalText(parameters, name);
  if (text === undefined) return undefined;
  const isJson = text.trimStart().startsWith("[");
  const raw = isJson || !commas ? parseJson(text) : text.split(",").map((item) => item.trim());
  if (!Array.isArray(raw)) throw formatError(name, "It must be a JSON array of strings.");
  if (raw.length > MOST_ITEMS)
    throw formatError(name, `It must have at most ${MOST_ITEMS} values.`);
  const items = raw.map((item: unknown) => (typeof item === "number" ? String(item) : item));
  if (!items.every((item) => typeof item === "string" && item !== ""))
    throw formatError(name, "It must be a JSON array of strings that are not empty.");
  return items.length > 0 ? [...new Set(items as string[])] : undefined;
}

/** The one value of a JSON object that must have `key` and no other; empty is as if absent. */
function optionalJsonText(
  parameters: WireParameters,
  name: string,
  key: string,
): string | undefined {
  const text = optionalText(parameters, name);
  if (text === undefined) return undefined;
  const raw = parseJson(text);
  const hint = `It must be a JSON object with the one key ${key}.`;
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) throw formatError(name, hint);
  const [entry, ...others] = Object.entries(raw);
  if (entry === undefined || others.length > 0 || entry[0] !== key) throw formatError(name, hint);
  const value: unknown = entry[1];
  if (typeof value !== "string") throw formatError(name, hint);
  return value === "" ? undefined : value;
}

/**
 * The value of a parameter in the form that a filter's row declares.
 *
 * @throws UpstreamError `Parameter.Format`
 */
export function optionalInForm(
  parameters: WireParameters,
  name: string,
  form: WireForm,
): string | readonly string[] | undefined {
  switch (form.as) {
    case "text":
      return optionalText(parameters, name);
    case "json-list":
      return optionalList(parameters, name, form);
    case "json-object":
      return optionalJsonText(parameters, name, form.key);
    default:
      return form satisfies never;
  }
}
