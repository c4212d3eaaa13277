import fc from "fast-check";
import { expect, test } from "vitest";
import { hideNumbers } from "./hide-numbers.ts";

test.each([
  ["13812345678", "138****5678"],
  ["+8613812345678", "+861****5678"],
  ["138 1234 5678", "138****5678"],
  ["138-1234-5678", "138****5678"],
  ["(021) 5550-1234", "(021****1234"],
  ["５５５０１２３４", "****"],
  ["１３８１２３４５６７８", "１３８****５６７８"],
  ["5550123", "****"],
  ["555012", "555012"],
  ["rang at 13812345678, then at 02155501234.", "rang at 138****5678, then at 021****1234."],
  ["138_0013_8000", "138****8000"],
  ["138 - 0013 - 8000", "138****8000"],
  ["138\u200b0013\u200b8000", "138****8000"],
  ["138，0013，8000", "138****8000"],
  ["1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8", "****"],
  ["①③⑧⓪⓪①③⑧", "****"],
  ["agent-7@ccc-demo", "agent-7@ccc-demo"],
  ["", ""],
])("of %s is told %s", (text, told) => {
  expect(hideNumbers(text)).toBe(told);
});

test("no text keeps seven digits in a row", () => {
  const numberish = fc.string({ unit: fc.constantFrom(..."0123456789 -().+x") });
  fc.assert(
    fc.property(numberish, (text) => {
      expect(hideNumbers(text)).not.toMatch(/\d{7}/);
    }),
  );
});
