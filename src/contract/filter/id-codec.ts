import { createTextCodec } from "./as-it-stands.ts";
import type { Codec } from "./codec.ts";
import { parseId } from "./plain-text.ts";

/** The codec of an id. One that has quotes around it, or commas behind it, stands as `~"a"`. */
export const idCodec: Codec<string> = createTextCodec(parseId);
