import { createTextCodec } from "./as-it-stands.ts";
import type { Codec } from "./codec.ts";
import { parseId } from "./plain-text.ts";

/**
 * The codec of an id. Ids have no blanks, but a `+` that was not escaped arrives as one: with a blank it is
 * no id, rather than another. One that does have blanks, quotes around it or commas behind it stands as `~a b`.
 */
export const idCodec: Codec<string> = createTextCodec((text) =>
  text.includes(" ") ? undefined : parseId(text),
);
