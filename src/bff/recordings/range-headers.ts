import type { IncomingHttpHeaders } from "node:http";

/** One range of bytes. Several at once would make a reply of parts, which no player asks for. */
const ONE_RANGE = /^bytes=(\d{1,15}-\d{0,15}|-\d{1,15})$/;
/** An entity tag or a date. */
const VALIDATOR = /^[\x20-\x7e]{1,128}$/;

/**
 * What of a reader's request goes up to the storage: one range and its condition, and nothing else. A range
 * that is none is as if it were not said (RFC 9110, 14.2).
 */
export function rangeHeadersUp({
  range,
  "if-range": ifRange,
}: IncomingHttpHeaders): Readonly<Record<string, string>> {
  if (range === undefined || !ONE_RANGE.test(range)) return {};
  if (ifRange === undefined) return { range };
  // A condition that cannot be asked is not met: then the whole is sent.
  return typeof ifRange === "string" && VALIDATOR.test(ifRange)
    ? { range, "if-range": ifRange }
    : {};
}

/** What of the storage's answer comes down, each in a form that can be nothing else. */
const DOWN = {
  "content-range": /^bytes (\d{1,15}-\d{1,15}|\*)\/(\d{1,15}|\*)$/,
  "accept-ranges": /^(bytes|none)$/,
  "content-length": /^\d{1,15}$/,
  etag: /^(W\/)?"[\x21\x23-\x7e]{0,128}"$/,
  "last-modified": /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/,
} as const;

export function rangeHeadersDown(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(DOWN).flatMap(([name, form]) => {
      const value = headers[name];
      return typeof value === "string" && form.test(value) ? [[name, value]] : [];
    }),
  );
}
