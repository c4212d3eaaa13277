import { isForm, parseForm } from "./form-body.ts";
import { mergeParameters } from "./merge-parameters.ts";
import { parseQuery } from "./parse-query.ts";
import { refuse, type ReceivedRequest } from "./received-request.ts";
import { readUrl, type Step } from "./verify-steps.ts";

/** Parameters by their names, decoded. */
export type Parameters = Record<string, string>;

type ParametersRefusal =
  | "request_too_large"
  | "malformed_url"
  | "malformed_query"
  | "malformed_form"
  | "duplicate_query_key"
  | "duplicate_form_key"
  | "conflicting_key";

/** What a request without a form has in its place. */
const NO_FORM = { ok: true, query: {} } as const;

/** Far above any real request, and few enough to be sorted and encoded for anyone who asks. */
const MAX_PARAMETERS = 1_000;

/**
 * Reads the parameters of a received request, which may be in its query, in a form, or some here and
 * some there. A name that is in both must have the same value in both.
 *
 * Authority: https://www.alibabacloud.com/help/en/sdk/product-overview/rpc-mechanism
 */
export function readRpcV1Parameters(
  request: ReceivedRequest,
): Step<{ parameters: Parameters }, ParametersRefusal> {
  const url = readUrl(request);
  if (!url.ok) return url;
  // The signature says `/` whatever the path is, so that another one would not be covered.
  if (url.path !== "/") return refuse("malformed_url");
  const query = parseQuery(url.query);
  if (!query.ok) return refuse(query.code, query.key);

  const form = isForm(request.headers) ? parseForm(request.body) : NO_FORM;
  if (!form.ok)
    return form.code === "malformed_query"
      ? refuse("malformed_form", "body")
      : refuse("duplicate_form_key", form.key);
  const merged = mergeParameters(query.query, form.query);
  if (!merged.ok) return refuse("conflicting_key", merged.key);
  if (Object.keys(merged.parameters).length > MAX_PARAMETERS) return refuse("request_too_large");
  return merged;
}
