import { createHash, createHmac, hkdfSync } from "node:crypto";
import { compactDecrypt, CompactEncrypt } from "jose";
import { isSealed, type PhoneName } from "#contract/filter/sealed-number.ts";

/** Where a number comes from: somebody typed it, or it is the one at a side of a call that they may see. */
export type NumberSource = "typing" | "call";

export interface SealedNumber {
  readonly number: string;
  readonly source: NumberSource;
}

/** What a token is bound to. */
export interface SealPlace {
  readonly instance: string;
  readonly filter: PhoneName;
}

/** Seals numbers, so that they can stand in addresses. */
export interface NumberSeals {
  seal(sealed: SealedNumber, place: SealPlace): Promise<string>;
  /** Undefined for whatever was not sealed here, for this place. */
  open(token: string, place: SealPlace): Promise<SealedNumber | undefined>;
  /**
   * The same text for the same number; it tells nothing of it.
   *
   * @param isKnown whether whoever is told it may know the number. If not it is another text than any that is
   *   told of a number that they type, or they could type until two are the same
   */
  print(number: string, place: SealPlace, isKnown: boolean): string;
}

const HEADER = { alg: "dir", enc: "A256GCM" } as const;
const KEY_BYTES = 32;
/** A number is as long as this, or twice as long, and so on: the length of a token tells no more. */
const BLOCK_BYTES = 32;
const SOURCES = ["typing", "call"] as const satisfies readonly NumberSource[];

/** @param secrets the first seals, all open */
export function createNumberSeals(secrets: readonly string[]): NumberSeals {
  const byId = new Map(secrets.map((secret) => [idOf(secret), secret]));
  const [newest] = secrets;
  if (newest === undefined) throw new Error("There is no secret to seal with.");
  return {
    async seal({ number, source }, place) {
      return new CompactEncrypt(pad(SOURCES.indexOf(source), number))
        .setProtectedHeader({ ...HEADER, kid: idOf(newest) })
        .encrypt(keyOf(newest, "seal", place));
    },
    async open(token, place) {
      if (!isCanonical(token)) return undefined;
      try {
        const { plaintext } = await compactDecrypt(
          token,
          ({ kid = "" }) => {
            const secret = byId.get(kid);
            if (secret === undefined) throw new Error("No key has this id.");
            return keyOf(secret, "seal", place);
          },
          {
            keyManagementAlgorithms: [HEADER.alg],
            contentEncryptionAlgorithms: [HEADER.enc],
          },
        );
        const source = SOURCES[plaintext[0] ?? -1];
        return source && { source, number: unpad(plaintext) };
      } catch {
        // Whoever sent it may have made it up: it says nothing, and there is nothing to mend.
        return undefined;
      }
    },
    print: (number, place, isKnown) =>
      createHmac("sha256", keyOf(newest, isKnown ? "print" : "veiled print", place))
        .update(number)
        .digest("base64url"),
  };
}

/** Opens each token once, however many views of a request have it. */
export function openedOnce({ open, ...seals }: NumberSeals): NumberSeals {
  const opened = new Map<string, ReturnType<typeof open>>();
  return {
    ...seals,
    open(token, place) {
      const name = `${place.filter} ${token} ${place.instance}`;
      const found = opened.get(name) ?? open(token, place);
      opened.set(name, found);
      return found;
    },
  };
}

type KeyUse = "seal" | "print" | "veiled print";

/** Each place has keys of its own: what was sealed for one opens in no other. */
function keyOf(secret: string, use: KeyUse, { instance, filter }: SealPlace): Uint8Array {
  const info = `callscope link ${use} ${filter} ${instance}`;
  return new Uint8Array(hkdfSync("sha256", secret, "", info, KEY_BYTES));
}

/** A hash names the secret, and tells nothing of it. */
function idOf(secret: string): string {
  return createHash("sha256").update(`callscope link id ${secret}`).digest("base64url").slice(0, 8);
}

function pad(first: number, text: string): Uint8Array {
  const bytes = Buffer.from(text);
  const padded = new Uint8Array(Math.ceil((1 + bytes.length) / BLOCK_BYTES) * BLOCK_BYTES);
  padded[0] = first;
  padded.set(bytes, 1);
  return padded;
}

function unpad(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(1)).toString().replace(/\0+$/, "");
}

/** Some bits of a part's last letter stand for nothing: changed, they would make another token of the same. */
function isCanonical(token: string): boolean {
  return (
    isSealed(token) &&
    token.split(".").every((part) => Buffer.from(part, "base64url").toString("base64url") === part)
  );
}
