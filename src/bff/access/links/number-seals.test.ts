import { createHmac } from "node:crypto";
import * as fc from "fast-check";
import { CompactEncrypt, CompactSign, UnsecuredJWT } from "jose";
import { expect, test } from "vitest";
import { parseText } from "#contract/filter/codec.ts";
import { isSealed, PHONE_NAMES } from "#contract/filter/sealed-number.ts";
import { createNumberSeals, type SealPlace } from "./number-seals.ts";

const NEW = "the-newest-secret-of-32-characters!";
const OLD = "one-of-before-that-has-32-characters";
const PLACE: SealPlace = { instance: "ccc-test", filter: "caller" };
const NUMBER = { number: "13800138000", source: "typing" } as const;

const seals = createNumberSeals([NEW, OLD]);
const token = await seals.seal(NUMBER, PLACE);
const partsOf = (text: string) => text.split(".");
const headerOf = (text: string) =>
  JSON.parse(Buffer.from(partsOf(text)[0] ?? "", "base64url").toString("utf8"));

test("what is sealed opens in its place, whatever the number", async () => {
  const text = fc.string({ unit: "binary", minLength: 1, maxLength: 128 });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.nat().map(String), text).filter((number) => parseText(number) === number),
      fc.constantFrom("typing" as const, "call" as const),
      fc.constantFrom(...PHONE_NAMES),
      fc.string({ minLength: 1, maxLength: 128 }),
      async (number, source, filter, instance) => {
        const place = { filter, instance };
        const sealed = await seals.seal({ number, source }, place);
        expect(isSealed(sealed)).toBe(true);
        expect(await seals.open(sealed, place)).toEqual({ number, source });
      },
    ),
  );
});

test("two tokens of one number look different and have one print, which depends on its place", async () => {
  expect(await seals.seal(NUMBER, PLACE)).not.toBe(token);
  const print = seals.print(NUMBER.number, PLACE, true);
  expect(seals.print(NUMBER.number, PLACE, true)).toBe(print);
  const others = [
    seals.print("13800138001", PLACE, true),
    seals.print(NUMBER.number, { ...PLACE, filter: "called" }, true),
    seals.print(NUMBER.number, { ...PLACE, instance: "ccc-other" }, true),
    createNumberSeals([OLD]).print(NUMBER.number, PLACE, true),
    // Who may not know it is told another.
    seals.print(NUMBER.number, PLACE, false),
    createHmac("sha256", NEW).update(NUMBER.number).digest("base64url"),
  ];
  expect(new Set([print, ...others]).size).toBe(7);
});

test("its length tells nothing of a number, nor does its header of a secret", async () => {
  const lengths = await Promise.all(
    ["1", "13800138000", "+8613800138000", "9".repeat(31)].map(
      async (number) => (await seals.seal({ number, source: "call" }, PLACE)).length,
    ),
  );
  expect(new Set(lengths)).toEqual(new Set([token.length]));
  expect(headerOf(token)).toEqual({ alg: "dir", enc: "A256GCM", kid: expect.any(String) });
  expect(token).not.toContain(NEW.slice(0, 8));
});

test("a token with any of its characters changed, left out or doubled does not open", async () => {
  const others = Array.from(token, (letter, at) => {
    const [before, after] = [token.slice(0, at), token.slice(at + 1)];
    const flipped = [..."AaZz09-_."].filter((other) => other !== letter);
    return [
      ...flipped.map((other) => before + other + after),
      before + after,
      before + letter + letter + after,
    ];
  }).flat();
  const opened = await Promise.all(others.map((other) => seals.open(other, PLACE)));
  expect(opened.filter((one) => one !== undefined)).toEqual([]);
});

test("a token with any bit of its bytes flipped does not open", async () => {
  const parts = partsOf(token);
  const others = parts.flatMap((part, nth) => {
    const bytes = Buffer.from(part, "base64url");
    return Array.from({ length: 8 * bytes.length }, (_unused, bit) => {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return parts.with(nth, flipped.toString("base64url")).join(".");
    });
  });
  expect(others.length).toBeGreaterThan(800);
  const opened = await Promise.all(others.map((other) => seals.open(other, PLACE)));
  expect(opened.filter((one) => one !== undefined)).toEqual([]);
});

test("a token that is cut off at either end, or goes on, does not open", async () => {
  const cut = Array.from(token, (_letter, at) => [token.slice(0, at), token.slice(at + 1)]).flat();
  for (const other of [...cut, `${token}A`, `${token}=`, ` ${token}`, `${token}\n`, ""])
    expect(await seals.open(other, PLACE), other).toBeUndefined();
});

test("parts of two tokens make none", async () => {
  const other = await seals.seal({ number: "13900139000", source: "call" }, PLACE);
  for (const nth of [2, 3, 4]) {
    const mixed = partsOf(token).with(nth, partsOf(other)[nth] ?? "");
    expect(await seals.open(mixed.join("."), PLACE)).toBeUndefined();
  }
});

test.each([
  ["another instance", { ...PLACE, instance: "ccc-test2" }],
  ["another filter", { ...PLACE, filter: "called" }],
  ["the filter that looks for a part", { ...PLACE, filter: "phone" }],
  [
    "an instance that has the filter's name before its own",
    { filter: "caller", instance: " ccc-test" },
  ],
] as const)("a token does not open in %s", async (_what, place) => {
  expect(await seals.open(token, place)).toBeUndefined();
});

test("a token of a secret of before opens while that is listed, and one of a secret to come likewise", async () => {
  const ofOld = await createNumberSeals([OLD]).seal(NUMBER, PLACE);
  expect(await seals.open(ofOld, PLACE)).toEqual(NUMBER);
  expect(await createNumberSeals([OLD, NEW]).open(token, PLACE)).toEqual(NUMBER);
  expect(await createNumberSeals([NEW]).open(ofOld, PLACE)).toBeUndefined();
  expect(await createNumberSeals([OLD]).open(token, PLACE)).toBeUndefined();
});

test("what another key, algorithm or encoding made is none, though it says that it is", async () => {
  const { kid } = headerOf(token);
  const bytes = new TextEncoder().encode("\u0000" + "13800138000".padEnd(31, "\u0000"));
  const key = new Uint8Array(32).fill(7);
  const encrypted = (header: { alg: string; enc: string; kid?: string }, length = 32) =>
    new CompactEncrypt(bytes).setProtectedHeader(header).encrypt(key.subarray(0, length));
  const [, ...rest] = partsOf(token);
  const withHeader = (header: object) =>
    [Buffer.from(JSON.stringify(header)).toString("base64url"), ...rest].join(".");
  const forged = [
    await encrypted({ alg: "dir", enc: "A256GCM", kid }),
    await encrypted({ alg: "dir", enc: "A256GCM" }),
    await encrypted({ alg: "dir", enc: "A256GCM", kid: "nobodys" }),
    await encrypted({ alg: "dir", enc: "A128GCM", kid }, 16),
    await encrypted({ alg: "A256KW", enc: "A256GCM", kid }),
    await encrypted({ alg: "A256GCMKW", enc: "A256GCM", kid }),
    await new CompactSign(bytes).setProtectedHeader({ alg: "HS256", kid }).sign(key),
    new UnsecuredJWT({ number: "13800138000" }).encode(),
    withHeader({ alg: "none", enc: "A256GCM", kid }),
    withHeader({ alg: "dir", enc: "none", kid }),
    withHeader({ alg: "dir", enc: "A256GCM", kid, zip: "DEF" }),
    withHeader({ alg: "dir", enc: "A256GCM", kid, crit: ["exp"], exp: 1 }),
    withHeader({ enc: "A256GCM", alg: "dir", kid }),
    withHeader({ alg: "dir", enc: "A256GCM", kid: "__proto__" }),
    withHeader({ alg: "dir", enc: "A256GCM", kid: 7 }),
    "eyJ..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA",
  ];
  for (const other of forged) expect(await seals.open(other, PLACE), other).toBeUndefined();
});
