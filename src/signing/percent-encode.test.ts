import fc from "fast-check";
import { expect, test } from "vitest";
import { percentEncode } from "./percent-encode.ts";

/** Byte by byte, straight from the rule. */
function oracle(s: string): string {
  return [...new TextEncoder().encode(s)]
    .map((byte) =>
      /[A-Za-z0-9\-_.~]/.test(String.fromCharCode(byte))
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
    )
    .join("");
}

test("unreserved characters stay as they are", () => {
  const unreserved = "ABCXYZabcxyz0189-_.~";
  expect(percentEncode(unreserved)).toBe(unreserved);
});

test("the five characters encodeURIComponent keeps are encoded", () => {
  expect(percentEncode("!'()*")).toBe("%21%27%28%29%2A");
});

test("a space is %20 and a plus is %2B", () => {
  expect(percentEncode(" +")).toBe("%20%2B");
});

test("every one of the 256 Latin-1 characters is encoded as the rule says", () => {
  for (let code = 0; code < 256; code += 1) {
    const character = String.fromCharCode(code);
    expect(percentEncode(character)).toBe(oracle(character));
  }
});

test("any text is encoded as the rule says", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (s) => {
      expect(percentEncode(s)).toBe(oracle(s));
    }),
  );
});

test("decoding gives the text back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (s) => {
      expect(decodeURIComponent(percentEncode(s))).toBe(s);
    }),
  );
});

test("a lone surrogate becomes the replacement character instead of throwing", () => {
  expect(percentEncode("a\uD800b")).toBe("a%EF%BF%BDb");
  expect(percentEncode("\uDC00\uD800")).toBe("%EF%BF%BD%EF%BF%BD");
  expect(percentEncode("\u{1F600}")).toBe("%F0%9F%98%80");
});
