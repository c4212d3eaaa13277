import { expect, test } from "vitest";
import type { WireForm } from "#contract/filter/filter-row.ts";
import { writeInForm } from "#contract/upstream/wire-form.ts";
import { WireError } from "./wire-error.ts";
import { optionalInForm } from "./wire-parameters.ts";

const read = (form: WireForm, text: string) => optionalInForm({ Any: text }, "Any", form);

// Forms of rows that FILTERS does not have: the form alone decides, not the parameter's name.
test.each<readonly [WireForm, string | readonly string[]]>([
  [{ as: "text" }, '["a"]'],
  [{ as: "json-list" }, ["a,b", "c"]],
  [{ as: "json-list", commas: true }, ["a,b", "c"]],
  [{ as: "json-object", key: "city" }, "济南"],
])("what is written as %o is read back", (form, value) => {
  expect(read(form, writeInForm(form, value))).toEqual(value);
});

test("a list separated by commas is taken only where the form says so", () => {
  expect(read({ as: "json-list", commas: true }, "1, 3")).toEqual(["1", "3"]);
  expect(() => read({ as: "json-list" }, "1, 3")).toThrow(WireError);
});

test("an object with another key than the form's is refused", () => {
  expect(() => read({ as: "json-object", key: "city" }, '{"phoneNumber":"1"}')).toThrow(WireError);
});
