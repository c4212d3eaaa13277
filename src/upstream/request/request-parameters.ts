import { bodyText, FORM_TYPE, mediaType, parseForm } from "#signing/form-body.ts";
import { mergeParameters } from "#signing/merge-parameters.ts";
import { parseJsonBody } from "./json-body.ts";
import { WireError } from "./wire-error.ts";
import type { WireParameters } from "./wire-parameters.ts";

/** As many as the older signature takes; no operation knows a fiftieth of them. */
const MOST_PARAMETERS = 1_000;

/** As received; a text counts as UTF-8. */
type Body = string | Uint8Array;

export function bodyError(hint: string): WireError {
  return new WireError("InvalidParameter", "body", hint);
}

export function conflictError(name: string): WireError {
  return new WireError("InvalidParameter", name, "Query and body have different values for it.");
}

function readForm(body: Body): WireParameters {
  const form = parseForm(body);
  if (form.ok) return form.query;
  throw bodyError("It must be a well-formed form with each name once.");
}

function readJson(body: Body): WireParameters {
  const parameters = parseJsonBody(bodyText(body) ?? "");
  if (parameters === undefined) throw bodyError("It must be a JSON object.");
  return parameters;
}

/**
 * A body that cannot be read is refused and not ignored, or a client would get answers to a
 * question without its filters, and never know.
 */
function readBody(body: Body, contentType: string | undefined): WireParameters {
  if (body.length === 0) return {};
  const type = mediaType(contentType);
  if (type === FORM_TYPE) return readForm(body);
  if (type === "application/json") return readJson(body);
  throw bodyError(`Its content type must be application/json or ${FORM_TYPE}, and signed.`);
}

/**
 * The parameters of a request, which may be in its query, its body or both.
 *
 * @param contentType as the signature covers it
 * @throws WireError `InvalidParameter`, naming the body or the parameter to blame
 */
export function readParameters(
  query: WireParameters,
  body: Body,
  contentType: string | undefined,
): WireParameters {
  const merged = mergeParameters(query, readBody(body, contentType));
  if (!merged.ok) throw conflictError(merged.key);
  if (Object.keys(merged.parameters).length > MOST_PARAMETERS)
    throw new WireError("RequestTooLarge");
  return merged.parameters;
}
