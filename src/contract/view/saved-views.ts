import * as z from "zod/mini";
import { jsonBreak } from "./json-break.ts";

// A file of saved views: what the page writes and takes in, and what a team's is (`TEAM_VIEWS_FILE`).

/** Of the files that are written here. What a newer one says besides is passed over. */
const VIEWS_VERSION = 1;
/** Characters of a name, at most. */
export const LONGEST_NAME = 80;
/** Bytes of a file, at most. */
export const LARGEST_FILE = 1_000_000;
/** Signs of an address, at most: three sealed numbers and every filter fit well within. */
const LONGEST_VIEW = 8_000;

/** Reads a {@link SavedView}. */
export const savedViewSchema = z.object({
  name: z.string({ error: "must be a text" }).check(
    z.trim(),
    z.minLength(1, { error: "must not be empty" }),
    z.refine((name) => [...name].length <= LONGEST_NAME, {
      error: `must have at most ${LONGEST_NAME} characters`,
    }),
  ),
  view: z
    .string({ error: "must be a text" })
    .check(z.maxLength(LONGEST_VIEW, { error: `must have at most ${LONGEST_VIEW} characters` })),
});

/** A view under a name: `view` is a link to it, or the part of one from its `?` on. */
export interface SavedView {
  readonly name: string;
  readonly view: string;
}

const viewsFileSchema = z.object({
  version: z
    .int({ error: "must be a whole number" })
    .check(z.gte(1, { error: "must be 1 or more" })),
  views: z.array(savedViewSchema, { error: "must be a list" }),
});

/** A mistake in a file: by its path there, or by where the text is no JSON. */
export interface FileFault {
  readonly place: string;
  /** Undefined: that is no JSON. */
  readonly message: string | undefined;
}

/** The views that a file holds, or all that is wrong with it. No value of it is quoted. */
export function readViewsFile(
  text: string,
):
  | { readonly views: readonly SavedView[]; readonly faults?: undefined }
  | { readonly faults: readonly FileFault[] } {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    const { line, column } = jsonBreak(text);
    return { faults: [{ place: `${line}:${column}`, message: undefined }] };
  }
  const { data, error } = viewsFileSchema.safeParse(json);
  if (data !== undefined)
    return { views: data.views.map(({ name, view }) => ({ name, view: searchOf(view) })) };
  return {
    faults: error.issues.map(({ path, message }) => ({
      place: path.length === 0 ? "the file" : path.map(String).join("."),
      message: path.length === 0 ? "must be an object" : message,
    })),
  };
}

/** The text of a file that holds these views. */
export function writeViewsFile(views: readonly SavedView[]): string {
  const file = { version: VIEWS_VERSION, views: views.map(({ name, view }) => ({ name, view })) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The part of a link that says its view: `""` or `?…`. What somebody saw when they copied it is none of it. */
function searchOf(link: string): string {
  const [beforeHash = ""] = link.trim().split("#");
  const [, ...query] = beforeHash.split("?");
  const parts = query.join("?").split("&");
  const kept = parts.filter((part) => part !== "" && !/^(asof|n|v)=/.test(part));
  return kept.length === 0 ? "" : `?${kept.join("&")}`;
}
