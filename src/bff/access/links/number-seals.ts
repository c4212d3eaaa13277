import { createHmac } from "node:crypto";
import { isSealed, type PhoneName } from "#contract/filter/sealed-number.ts";
import { createByteSeals } from "./byte-seals.ts";

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

/** A number is as long as this, or twice as long, and so on: the length of a token tells no more. */
const BLOCK_BYTES = 32;
const SOURCES = ["typing", "call"] as const satisfies readonly NumberSource[];

/** @param secrets the first seals, all open */
export function createNumberSeals(secrets: readonly string[]): NumberSeals {
  const seals = createByteSeals(secrets);
  return {
    seal: ({ number, source }, place) =>
      seals.seal(pad(SOURCES.indexOf(source), number), placeOf("seal", place)),
    async open(token, place) {
      const bytes = isCanonical(token)
        ? await seals.open(token, placeOf("seal", place))
        : undefined;
      const source = SOURCES[bytes?.[0] ?? -1];
      return bytes && source && { source, number: unpad(bytes) };
    },
    print: (number, place, isKnown) =>
      createHmac("sha256", seals.key(placeOf(isKnown ? "print" : "veiled print", place)))
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

/** What was sealed for one place opens in no other. */
function placeOf(use: "seal" | "print" | "veiled print", { instance, filter }: SealPlace): string {
  return `link ${use} ${filter} ${instance}`;
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
