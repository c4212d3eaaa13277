import parseRange from "range-parser";

/** Bytes of a file, both ends included, as HTTP counts them. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Longer than the file, it means all of it; the parser calls it unsatisfiable. */
function isWholeSuffix(range: string, size: number): boolean {
  const length = /^bytes=\s*-(\d+)\s*$/.exec(range)?.[1];
  return length !== undefined && Number(length) > size;
}

/** One that ends before it begins is no range, and is ignored. */
function isBackwards(range: string): boolean {
  const [, first, last] = /^bytes=\s*(\d+)-(\d+)\s*$/.exec(range) ?? [];
  return Number(last) < Number(first);
}

/**
 * Which bytes are asked for. Several ranges, another unit and nonsense are as if nothing were said;
 * so is a range of what the client had before, where that has changed since (`If-Range`).
 *
 * Authority: RFC 9110 section 14.2 and 13.1.5.
 */
export function readRange(
  headers: { readonly range?: string | undefined; readonly "if-range"?: string | undefined },
  size: number,
  tag: string,
): ByteRange | "whole" | "unsatisfiable" {
  const { range, "if-range": ifRange } = headers;
  if (range === undefined || (ifRange !== undefined && ifRange !== tag)) return "whole";
  if (isBackwards(range)) return "whole";
  if (isWholeSuffix(range, size)) return { start: 0, end: size - 1 };
  const ranges = parseRange(size, range);
  if (ranges === -2) return "whole";
  if (ranges === -1) return range.startsWith("bytes=") ? "unsatisfiable" : "whole";
  const [first, ...others] = ranges;
  return first === undefined || others.length > 0 || ranges.type !== "bytes" ? "whole" : first;
}
