import { expect, test } from "vitest";
import { factsLine } from "./facts-line.ts";

test("facts are one line in which nothing ends twice", () => {
  expect(factsLine(["Ask Operations.", "Request ID 7"])).toBe("Ask Operations · Request ID 7");
  expect(factsLine(["请联系运维。", "请求号 7"])).toBe("请联系运维 · 请求号 7");
  expect(factsLine(["Ask. Then wait.", "It heals."])).toBe("Ask. Then wait · It heals");
});

test("what is not there leaves no trace", () => {
  expect(factsLine([undefined, "The rows are old.", "", false])).toBe("The rows are old");
  expect(factsLine([])).toBe("");
});
