import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalQuery } from "./canonical-query.ts";
import { parseQuery } from "./parse-query.ts";

test("an empty query has no parameters", () => {
  expect(parseQuery("")).toEqual({ ok: true, query: {} });
});

test("a key without an equals sign has an empty value", () => {
  expect(parseQuery("a&b=")).toEqual({ ok: true, query: { a: "", b: "" } });
});

test("only the first equals sign parts key from value", () => {
  expect(parseQuery("a=b=c")).toEqual({ ok: true, query: { a: "b=c" } });
});

test("a plus is a space and an escaped plus is a plus", () => {
  expect(parseQuery("a=b+c%2Bd")).toEqual({ ok: true, query: { a: "b c+d" } });
});

test("malformed escapes and broken UTF-8 are refused", () => {
  for (const raw of [
    "a=%",
    "a=%4",
    "a=%zz",
    "%=a",
    "a=%ff",
    "a=%E6%BB",
    "a=%C0%80",
    "a=%ED%A0%80",
  ]) {
    expect(parseQuery(raw), raw).toEqual({ ok: false, code: "malformed_query" });
  }
});

test("empty pairs and empty keys are refused", () => {
  for (const raw of ["&", "a=1&", "&a=1", "a=1&&b=2", "=1"]) {
    expect(parseQuery(raw), raw).toEqual({ ok: false, code: "malformed_query" });
  }
});

test("a key given twice is refused, however it is spelled", () => {
  expect(parseQuery("a=1&b=2&%61=1")).toEqual({
    ok: false,
    code: "duplicate_query_key",
    key: "a",
  });
});

test("keys that objects inherit are keys like any other", () => {
  const parsed = parseQuery("__proto__=1&constructor=2&toString=3");
  if (!parsed.ok) throw new Error(parsed.code);
  expect(Object.entries(parsed.query)).toEqual([
    ["__proto__", "1"],
    ["constructor", "2"],
    ["toString", "3"],
  ]);
});

test("reading a canonical query gives the parameters back", () => {
  const text = fc.string({ unit: "binary" });
  const parameters = fc.dictionary(fc.string({ unit: "binary", minLength: 1 }), text);
  fc.assert(
    fc.property(parameters, (query) => {
      const parsed = parseQuery(canonicalQuery(query));
      expect(parsed.ok && new Map(Object.entries(parsed.query))).toEqual(
        new Map(Object.entries(query)),
      );
    }),
  );
});

test("no text makes it throw", () => {
  const piece = fc.constantFrom("%", "%4", "%E6", "&", "=", "+", "a", "\uD800", "%00", "?", "#");
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(typeof parseQuery(pieces.join("")).ok).toBe("boolean");
    }),
  );
});
