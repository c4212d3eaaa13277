import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJsonBody } from "./json-body.ts";

test("values count as the text that a query would have", () => {
  const body = {
    Text: "满 意",
    Empty: "",
    Count: 1,
    Instant: 1_532_448_000_000,
    Yes: true,
    No: false,
  };
  expect(parseJsonBody(JSON.stringify(body))).toEqual({
    Text: "满 意",
    Empty: "",
    Count: "1",
    Instant: "1532448000000",
    Yes: "true",
    No: "false",
  });
});

test("lists and objects count as their JSON text, and null as absent", () => {
  expect(parseJsonBody('{ "L": ["满", 1], "C": { "phoneNumber": "0735" }, "N": null }')).toEqual({
    L: '["满",1]',
    C: '{"phoneNumber":"0735"}',
  });
});

test("what is not a JSON object is none", () => {
  for (const text of ["", " ", "null", "1", '"a"', "[]", '[{"a":1}]', "{", "{'a':1}", '{"a":1}x'])
    expect(parseJsonBody(text), text).toBeUndefined();
});

test("names that objects inherit are names like any other", () => {
  const parameters = parseJsonBody('{"__proto__":{"a":1},"constructor":"2"}');
  expect(Object.entries(parameters ?? {})).toEqual([
    ["__proto__", '{"a":1}'],
    ["constructor", "2"],
  ]);
});

test("a body nested deeper than any use is none, and exhausts nothing", () => {
  const nested = (levels: number) => `{"a":${"[".repeat(levels)}${"]".repeat(levels)}}`;
  expect(parseJsonBody(nested(7))).toEqual({ a: "[[[[[[[]]]]]]]" });
  expect(parseJsonBody(nested(8))).toBeUndefined();
  expect(parseJsonBody(nested(500_000))).toBeUndefined();
  expect(parseJsonBody(`{"a":${"[".repeat(1_000_000)}`)).toBeUndefined();
});

test("any text that was written comes back, and no text makes it throw", () => {
  const text = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(fc.dictionary(text, text), text, (parameters, garbage) => {
      const read = parseJsonBody(JSON.stringify(parameters)) ?? {};
      expect(new Map(Object.entries(read))).toEqual(new Map(Object.entries(parameters)));
      expect(["object", "undefined"]).toContain(typeof parseJsonBody(garbage));
    }),
  );
});
