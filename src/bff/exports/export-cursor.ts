import { createHash, hkdfSync } from "node:crypto";
import { compactDecrypt, CompactEncrypt } from "jose";
import * as z from "zod";
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

const HEADER = { alg: "dir", enc: "A256GCM" } as const;
const KEY_BYTES = 32;
const MOST_CHARACTERS = 6_000;

/** @param secrets the first seals, all open */
export function createCursorSeals(secrets: readonly string[]): CursorSeals {
  const [newest] = secrets;
  if (newest === undefined) throw new Error("There is no secret to seal with.");
  return {
    seal: (cursor, question) =>
      new CompactEncrypt(Buffer.from(JSON.stringify(cursor)))
        .setProtectedHeader(HEADER)
        .encrypt(keyOf(newest, question)),
    async open(token, question) {
      if (token.length > MOST_CHARACTERS) return undefined;
      for (const secret of secrets) {
        const opened = await compactDecrypt(token, keyOf(secret, question), {
          keyManagementAlgorithms: [HEADER.alg],
          contentEncryptionAlgorithms: [HEADER.enc],
        }).catch(() => undefined);
        if (opened === undefined) continue;
        return cursorSchema.safeParse(JSON.parse(Buffer.from(opened.plaintext).toString())).data;
      }
      return undefined;
    },
  };
}

function keyOf(secret: string, question: readonly string[]): Uint8Array {
  const of = createHash("sha256").update(JSON.stringify(question)).digest("base64url");
  return new Uint8Array(hkdfSync("sha256", secret, "", `callscope export cursor ${of}`, KEY_BYTES));
}
