import { expect, test } from "vitest";
import { arrangeValues, type Arrangement } from "./arrange-values.ts";

const counts: Readonly<Record<string, number>> = { a: 1, b: 5, c: 5, d: 0, new: 9 };
const changes: Readonly<Record<string, number>> = { a: -7, b: 2 };
const arranged = (more: Partial<Arrangement>) =>
  arrangeValues({
    values: ["d", "new", "c", "b", "a"],
    documented: ["a", "b", "c", "d"],
    chosen: [],
    order: "listed",
    countOf: (value) => counts[value],
    changeOf: (value) => changes[value],
    ...more,
  }).join(" ");

test("documented values stand in the provider's order, others after them", () => {
  expect(arranged({})).toBe("a b c d new");
  expect(arranged({ chosen: ["d"] })).toBe("a b c d new");
});

test("by count the most frequent comes first, equal ones in the provider's order", () => {
  expect(arranged({ order: "count" })).toBe("new b c a d");
});

test("by change the largest comes first, up or down", () => {
  expect(arranged({ order: "change" })).toBe("a b c d new");
  expect(arranged({ order: "change", changeOf: (value) => (value === "d" ? 30 : 0) })).toBe(
    "d a b c new",
  );
});

test("values that no list knows stand by count, the chosen first", () => {
  expect(arranged({ documented: [] })).toBe("new b c a d");
  expect(arranged({ documented: [], chosen: ["d"] })).toBe("d new b c a");
});

test("a value stands once, however often it is named", () => {
  expect(arranged({ values: ["a", "b", "a"] })).toBe("a b");
});
