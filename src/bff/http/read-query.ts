import { MAX_PAGE } from "#contract/record/list-limits.ts";
import type { ViewProblem } from "#contract/view/view-codec.ts";
import { BffError } from "./bff-error.ts";
import { wantedText } from "./wanted-text.ts";

/**
 * The parameters of a request's URL.
 *
 * @throws BffError `invalid_parameter` for an escape that is not UTF-8 in two hex digits a byte:
 *   `URLSearchParams` alone would take it for something that nobody wrote
 */
export function readQuery(url: string): URLSearchParams {
  const start = url.indexOf("?");
  const query = start < 0 ? "" : url.slice(start + 1);
  for (const pair of query.split("&")) {
    if (isWellFormed(pair)) continue;
    const name = pair.split("=", 1)[0] ?? "";
    throw new BffError("invalid_parameter", {
      field: isWellFormed(name) ? decodeURIComponent(name) : undefined,
      detail: "A percent-escape in the URL is malformed.",
    });
  }
  return new URLSearchParams(query);
}

function isWellFormed(text: string): boolean {
  try {
    // The way back fails for half a surrogate pair.
    encodeURIComponent(decodeURIComponent(text));
    return true;
  } catch {
    return false;
  }
}

const REASONS = {
  "unknown-name": "There is no parameter of this name.",
  repeated: "The parameter is given more than once.",
  incomplete: "The parameter needs its counterpart: `from` and `to` go together.",
  conflict: "`range` does not go together with `from` and `to`.",
  reversed: "`to` is earlier than `from`.",
  "out-of-reach": `Of one query ${MAX_PAGE} pages are reached, whatever their size: take a larger \`size\` or a shorter range.`,
  "lost-plus":
    "A `+` in a URL is a blank, unless it is written `%2B`. An id with a blank of its own begins with `~`.",
  "lost-digits":
    "The number is in powers of ten, as a spreadsheet shows it: some of its digits are lost.",
  letters: "The number has letters that look like digits: O for 0, I or l for 1.",
  unopened:
    "The number in the link does not open here: it is of another instance, filter or server, its key is no longer in use, or it was changed on its way.",
  "other-unit": "It looks like seconds or another unit: an instant is in milliseconds, 13 digits.",
} as const satisfies Record<Exclude<ViewProblem["reason"], "bad-value">, string>;

/**
 * A request with problems is refused by the first of them.
 *
 * @param place what stands before the name of a parameter that is not the request's own
 * @throws BffError `invalid_parameter` that names the parameter
 */
export function refuseProblems(problems: readonly ViewProblem[], place = ""): void {
  const [first] = problems;
  if (first === undefined) return;
  const { name, reason } = first;
  const detail = reason === "bad-value" ? wantedText(name) : REASONS[reason];
  throw new BffError("invalid_parameter", { field: place + name, detail });
}
