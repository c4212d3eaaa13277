import * as z from "zod/mini";
import { jsonBreak } from "./json-break.ts";

// Calls that somebody has listened to, of one instance: what the browser keeps, and a file of them.

/** A call that was heard. */
export interface HeardMark {
  readonly contactId: string;
  /** When it was marked, ms. */
  readonly at: number;
}

/** Of one instance, at most: of more the latest stay. */
export const MOST_MARKS = 2_000;
/** Bytes of a file, at most. */
export const LARGEST_MARKS_FILE = 1_000_000;

const VERSION = 1;
const LONGEST_ID = 128;

const marksSchema = z.object({
  version: z.int().check(z.minimum(1)),
  instance: z.string().check(z.minLength(1), z.maxLength(LONGEST_ID)),
  heard: z.array(
    z.object({
      contactId: z.string().check(z.minLength(1), z.maxLength(LONGEST_ID)),
      at: z.int().check(z.minimum(0)),
    }),
  ),
});

/**
 * The marks of a text, or why it has none: it is no JSON from `line:column` on · what stands at `place` is not as
 * it has to be, such as `heard.3.at` · they are of `instance`. No value of it is quoted.
 */
export type MarksRead =
  | { readonly marks: readonly HeardMark[] }
  | { readonly fault: "json" | "shape"; readonly place: string }
  | { readonly fault: "instance" };

/** @param instance whose calls are marked */
export function readMarks(text: string, instance: string): MarksRead {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    const { line, column } = jsonBreak(text);
    return { fault: "json", place: `${line}:${column}` };
  }
  const { data, error } = marksSchema.safeParse(json);
  if (error !== undefined)
    return { fault: "shape", place: error.issues[0]?.path.map(String).join(".") ?? "" };
  if (data.instance !== instance) return { fault: "instance" };
  return { marks: withMarks([], data.heard) };
}

/** The text of them. */
export function writeMarks(marks: readonly HeardMark[], instance: string): string {
  return `${JSON.stringify({ version: VERSION, instance, heard: marks }, null, 2)}\n`;
}

/** Both together, each call once, as it was marked first; the latest come last, and stay where there are too many. */
export function withMarks(
  marks: readonly HeardMark[],
  more: readonly HeardMark[],
): readonly HeardMark[] {
  const inOrder = [...marks, ...more].toSorted((a, b) => a.at - b.at);
  const first = new Map<string, HeardMark>();
  for (const { contactId, at } of inOrder)
    if (!first.has(contactId)) first.set(contactId, { contactId, at });
  return [...first.values()].slice(-MOST_MARKS);
}

export function withoutMark(marks: readonly HeardMark[], contactId: string): readonly HeardMark[] {
  return marks.filter((mark) => mark.contactId !== contactId);
}
