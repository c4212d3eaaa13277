import { createHash } from "node:crypto";
import * as z from "zod";
import { createByteSeals } from "#bff/access/links/byte-seals.ts";
import { INCOMPLETE_REASONS } from "#contract/api/whole-export.ts";

/** Where an export is, at the end of a slice. */
const cursorSchema = z.strictObject({
  /** Of this shape, and of the writers' states. */
  edition: z.literal(1),
  /** What it was when it began, ms: the whole range, and the rest of it. */
  from: z.number(),
  to: z.number(),
  rest: z.strictObject({ from: z.number(), to: z.number() }),
  total: z.int(),
  written: z.int(),
  incomplete: z.nullable(z.enum(INCOMPLETE_REASONS)),
  writer: z.record(z.string(), z.unknown()),
});

/** See {@link cursorSchema}. */
export type ExportCursor = z.infer<typeof cursorSchema>;

/** Seals where an export is, so that any replica goes on from there, for the same reader and the same question alone. */
export interface CursorSeals {
  seal(cursor: ExportCursor, question: readonly string[]): Promise<string>;
  /** Undefined for whatever was not sealed for this question, or by another edition. */
  open(token: string, question: readonly string[]): Promise<ExportCursor | undefined>;
}

/** Of an archive of some sheets; proxies take addresses of 8 kB. */
const MOST_CHARACTERS = 6_000;

/** @param secrets the first seals, all open */
export function createCursorSeals(secrets: readonly string[]): CursorSeals {
  const seals = createByteSeals(secrets);
  return {
    seal: (cursor, question) =>
      seals.seal(Buffer.from(JSON.stringify(cursor)), purposeOf(question)),
    async open(token, question) {
      if (token.length > MOST_CHARACTERS) return undefined;
      const bytes = await seals.open(token, purposeOf(question));
      return bytes && cursorSchema.safeParse(JSON.parse(Buffer.from(bytes).toString())).data;
    },
  };
}

function purposeOf(question: readonly string[]): string {
  const of = createHash("sha256").update(JSON.stringify(question)).digest("base64url");
  return `export cursor ${of}`;
}
