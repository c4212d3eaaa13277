import { expect, test } from "vitest";
import { isolate } from "./isolate.ts";

test("a text from right to left is kept apart from what stands around it, any other is as it was", () => {
  expect(isolate("נועה כהן")).toBe("\u2068נועה כהן\u2069");
  expect(isolate("سارة (ext. 12)")).toBe("\u2068سارة (ext. 12)\u2069");
  for (const text of ["", "Jane Doe", "王小明", "020-55501234"]) expect(isolate(text)).toBe(text);
});
