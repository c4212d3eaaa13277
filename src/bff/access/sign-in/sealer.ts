import { createHash, hkdfSync } from "node:crypto";
import { EncryptJWT, jwtDecrypt, type JWTPayload } from "jose";

/** Keeps what only this server and its replicas may read, in hands that may hold but not read it. */
export interface Sealer {
  /** @param endsAt ms: from then on it opens no more */
  seal(content: JWTPayload, endsAt: number): Promise<string>;
  /** Undefined for whatever was not sealed here, for this purpose, or is over. */
  open(sealed: string): Promise<JWTPayload | undefined>;
}

export interface SealerDeps {
  /** The first seals, all open: a secret is replaced while sessions go on. */
  readonly secrets: readonly string[];
  /** Told apart by their keys: what was sealed for one opens for no other. */
  readonly purpose: "session" | "login";
  /** Whose content it is: that of another provider or client opens no more. */
  readonly issuer: string;
  readonly audience: string;
  readonly now: () => number;
}

const HEADER = { alg: "dir", enc: "A256GCM" } as const;
const KEY_BYTES = 32;

export function createSealer({ secrets, purpose, issuer, audience, now }: SealerDeps): Sealer {
  const keys = new Map(
    secrets.map((secret) => {
      const key = new Uint8Array(hkdfSync("sha256", secret, "", `callscope ${purpose}`, KEY_BYTES));
      // A hash of the key names it, and tells nothing of the secret.
      return [createHash("sha256").update(key).digest("base64url").slice(0, 8), key] as const;
    }),
  );
  const newest = keys.entries().next().value;
  return {
    async seal(content, endsAt) {
      if (newest === undefined) throw new Error("There is no secret to seal with.");
      const [kid, key] = newest;
      return new EncryptJWT({ ...content, iss: issuer, aud: audience })
        .setProtectedHeader({ ...HEADER, kid })
        .setExpirationTime(Math.ceil(endsAt / 1000))
        .encrypt(key);
    },
    async open(sealed) {
      try {
        const { payload } = await jwtDecrypt(sealed, ({ kid = "" }) => keyOf(keys, kid), {
          issuer,
          audience,
          requiredClaims: ["exp"],
          currentDate: new Date(now()),
          keyManagementAlgorithms: [HEADER.alg],
          contentEncryptionAlgorithms: [HEADER.enc],
        });
        return payload;
      } catch {
        // Whoever sent it may have made it up: it says nothing, and there is nothing to mend.
        return undefined;
      }
    },
  };
}

function keyOf(keys: ReadonlyMap<string, Uint8Array>, kid: string): Uint8Array {
  const key = keys.get(kid);
  if (key === undefined) throw new Error("No key has this id.");
  return key;
}
