import { expect, test } from "vitest";
import { levelCodec } from "./level-codec.ts";

test("a service level is its seconds, with the formula where it is not the usual one", () => {
  expect(levelCodec.write({ seconds: 30, formula: "offered" })).toBe("30");
  expect(levelCodec.write({ seconds: 30, formula: "less-short" })).toBe("30-less-short");
  expect(levelCodec.read("3600-answered").value).toEqual({ seconds: 3600, formula: "answered" });
});

test.each(["0", "3601", "-5", "1e3", "20-", "20-best", "answered", "20s"])("%s is none", (text) => {
  expect(levelCodec.read(text)).toEqual({ bad: [text] });
});
