import { createTextCodec } from "./as-it-stands.ts";
import { parseText, type Codec } from "./codec.ts";

/**
 * The codec of an id. Ids have no blanks, but a `+` that was not escaped arrives as one: with a blank it is
 * no id, rather than another. One that does have blanks stands as `~a b`.
 */
export const idCodec: Codec<string> = createTextCodec((text) =>
  text.includes(" ") ? undefined : parseText(text),
);
