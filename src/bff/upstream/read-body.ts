import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { UpstreamError } from "./upstream-error.ts";

/** A page of 100 records is about 0.2 MB: more than this is no answer of this API. */
export const MAX_REPLY_BYTES = 8 * 1024 * 1024;

/** Replies larger than this are looked at before they are parsed. */
const LOOKED_AT_CHARS = 512 * 1024;
/** Our replies are five deep. */
const MOST_DEPTH = 64;

const DECODERS = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/**
 * The text of a body. We ask for no compression, but a proxy in between may send it all the same.
 *
 * @param encoding the header `content-encoding`
 * @throws UpstreamError `upstream_bad_reply` for an encoding that we do not know, a body that is not
 *   of it, or one that is larger, unpacked, than any answer of this API
 */
export async function readBody(bytes: Buffer, encoding: string | undefined): Promise<string> {
  let body = bytes;
  // In the order in which they were applied: the last is taken off first.
  for (const name of (encoding ?? "").toLowerCase().split(",").toReversed()) {
    const decode = decoderOf(name.trim());
    if (decode !== undefined) body = await decode(body);
  }
  const text = body.toString("utf8");
  if (text.length > LOOKED_AT_CHARS && isTooDeep(text))
    throw new UpstreamError("upstream_bad_reply", {
      detail: "The upstream's answer is nested deeper than any answer of this API.",
    });
  return text;
}

function decoderOf(name: string): ((body: Buffer) => Promise<Buffer>) | undefined {
  if (name === "" || name === "identity") return undefined;
  if (!isKnown(name))
    throw new UpstreamError("upstream_bad_reply", {
      detail: "The upstream's answer has an encoding that was not asked for.",
    });
  return async (body) => {
    try {
      return await DECODERS[name](body, { maxOutputLength: MAX_REPLY_BYTES });
    } catch (cause) {
      const detail = "The upstream's answer cannot be unpacked.";
      throw new UpstreamError("upstream_bad_reply", { detail, cause });
    }
  };
}

function isKnown(name: string): name is keyof typeof DECODERS {
  return Object.hasOwn(DECODERS, name);
}

/** JSON.parse takes two seconds for four million brackets, and nobody else is served meanwhile. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charCodeAt(index);
    if (inString) {
      if (char === BACKSLASH) index += 1;
      else if (char === QUOTE) inString = false;
    } else if (char === QUOTE) inString = true;
    else if (char === OPEN_LIST || char === OPEN_OBJECT) {
      depth += 1;
      if (depth > MOST_DEPTH) return true;
    } else if (char === CLOSE_LIST || char === CLOSE_OBJECT) depth -= 1;
  }
  return false;
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
  0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d,
];
