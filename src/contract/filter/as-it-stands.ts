import { createCodec, parseText, type Codec } from "./codec.ts";

/** Marks a text that is meant as it stands, letter by letter. */
const AS_IT_STANDS = "~";

/**
 * The codec of a text that is read generously, or not at all, by `parse`. One that `parse` would change or
 * refuse stands as `~text`, so that whatever a call has stored can be asked for. Behind the mark no blank
 * comes first or last: so arrives a `+` that was not escaped, and the text without it is another.
 */
export function createTextCodec(parse: (text: string) => string | undefined): Codec<string> {
  return createCodec(
    (text) => {
      if (!text.startsWith(AS_IT_STANDS)) return parse(text);
      const stands = text.slice(AS_IT_STANDS.length);
      return /^ | $/.test(stands) ? undefined : parseText(stands);
    },
    (text) => (parse(text) === text && !text.startsWith(AS_IT_STANDS) ? text : AS_IT_STANDS + text),
  );
}
