import { expect, test } from "vitest";
import { writeInForm } from "./wire-form.ts";

// Forms of rows that FILTERS does not have: the form alone decides, not the parameter's name.
test("a value is written in the form that its row declares", () => {
  expect(writeInForm({ as: "text" }, "0735")).toBe("0735");
  expect(writeInForm({ as: "json-list" }, ["a", "b,c"])).toBe('["a","b,c"]');
  expect(writeInForm({ as: "json-list", commas: true }, ["a", "b"])).toBe('["a","b"]');
  expect(writeInForm({ as: "json-object", key: "city" }, "济南")).toBe('{"city":"济南"}');
});
