import { expect, test } from "vitest";
import { factsLine } from "./facts-line.ts";

test.each([
  [["Ask Operations.", "Request ID 7"], "Ask Operations · Request ID 7"],
  [["请联系运维。", "请求号 7"], "请联系运维 · 请求号 7"],
  [["The result is old.", undefined, "", false], "The result is old"],
  [["It failed", "Ask. Then wait. · Request ID 7"], "It failed · Ask. Then wait. · Request ID 7"],
  [[], ""],
])("%j is one line in which nothing ends twice", (facts, line) => {
  expect(factsLine(facts)).toBe(line);
});
