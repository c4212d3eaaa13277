import { expect, test } from "vitest";
import { mergeParameters } from "./merge-parameters.ts";

test("parameters of query and body are put together", () => {
  expect(mergeParameters({ a: "1", b: "" }, { c: "3" })).toEqual({
    ok: true,
    parameters: { a: "1", b: "", c: "3" },
  });
});

test("the same value in both is one parameter", () => {
  expect(mergeParameters({ a: "1", b: "" }, { a: "1", b: "" })).toEqual({
    ok: true,
    parameters: { a: "1", b: "" },
  });
});

test("another value in the body, even an empty one, is a conflict", () => {
  expect(mergeParameters({ a: "1" }, { a: "" })).toEqual({ ok: false, key: "a" });
  expect(mergeParameters({ a: "" }, { a: "1" })).toEqual({ ok: false, key: "a" });
});

test("keys that objects inherit are keys like any other", () => {
  const merged = mergeParameters(Object.fromEntries([["__proto__", "1"]]), { constructor: "2" });
  expect(Object.entries(merged.ok ? merged.parameters : {})).toEqual([
    ["__proto__", "1"],
    ["constructor", "2"],
  ]);
});
