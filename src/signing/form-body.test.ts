import { expect, test } from "vitest";
import { bodyText, mediaType, parseForm } from "./form-body.ts";

test("a media type is read without its parameters, in lower case", () => {
  expect(mediaType("Application/JSON ; charset=utf-8")).toBe("application/json");
  expect(mediaType("text/plain")).toBe("text/plain");
  expect(mediaType("")).toBe("");
  expect(mediaType(undefined)).toBe("");
});

test("a body is UTF-8 or nothing", () => {
  expect(bodyText(new TextEncoder().encode("满"))).toBe("满");
  expect(bodyText(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe("\uFEFFa");
  expect(bodyText(new Uint8Array([0xff]))).toBeUndefined();
});

test("a form is read like a query, escaped or not", () => {
  expect(parseForm("a=%E6%BB%A1+b&c=%2B&d=&e=*'()!~")).toEqual({
    ok: true,
    query: { a: "满 b", c: "+", d: "", e: "*'()!~" },
  });
  expect(parseForm(new TextEncoder().encode("a=满"))).toEqual({ ok: true, query: { a: "满" } });
});

test("a form that is not UTF-8 is refused", () => {
  expect(parseForm(new Uint8Array([0xff]))).toEqual({ ok: false, code: "malformed_query" });
});
