import { createHash, hkdfSync } from "node:crypto";
import { compactDecrypt, CompactEncrypt } from "jose";

/** Seals bytes as a token that can stand in an address, and that nobody else can read or change. */
export interface ByteSeals {
  /** @param use what the token is for, and bound to: it opens for nothing else */
  seal(bytes: Uint8Array, use: string): Promise<string>;
  /** Undefined for whatever was not sealed here, for this use. */
  open(token: string, use: string): Promise<Uint8Array | undefined>;
  /** A key of the newest secret for another use than a token. */
  key(use: string): Uint8Array;
}

const HEADER = { alg: "dir", enc: "A256GCM" } as const;
const KEY_BYTES = 32;

/** @param secrets the first seals, all open */
export function createByteSeals(secrets: readonly string[]): ByteSeals {
  const byId = new Map(secrets.map((secret) => [idOf(secret), secret]));
  const [newest] = secrets;
  if (newest === undefined) throw new Error("There is no secret to seal with.");
  return {
    seal: (bytes, use) =>
      new CompactEncrypt(bytes)
        .setProtectedHeader({ ...HEADER, kid: idOf(newest) })
        .encrypt(keyOf(newest, use)),
    async open(token, use) {
      try {
        const { plaintext } = await compactDecrypt(
          token,
          ({ kid = "" }) => {
            const secret = byId.get(kid);
            if (secret === undefined) throw new Error("No key has this id.");
            return keyOf(secret, use);
          },
          {
            keyManagementAlgorithms: [HEADER.alg],
            contentEncryptionAlgorithms: [HEADER.enc],
          },
        );
        return plaintext;
      } catch {
        // Whoever sent it may have made it up: it says nothing, and there is nothing to mend.
        return undefined;
      }
    },
    key: (use) => keyOf(newest, use),
  };
}

/** Each use has keys of its own: what was sealed for one opens for no other. */
function keyOf(secret: string, use: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "", `callscope ${use}`, KEY_BYTES));
}

/** A hash names the secret, and tells nothing of it. */
function idOf(secret: string): string {
  return createHash("sha256").update(`callscope link id ${secret}`).digest("base64url").slice(0, 8);
}
