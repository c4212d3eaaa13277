import fc from "fast-check";
import { expect, test } from "vitest";
import { readViewsFile, writeViewsFile } from "./saved-views.ts";

const faultsOf = (file: unknown) =>
  readViewsFile(typeof file === "string" ? file : JSON.stringify(file)).faults;

test("what is written is read again", () => {
  const name = fc.string({ minLength: 1, maxLength: 20 }).map((text) => `n${text}n`);
  const views = fc.array(
    fc.record({ name, view: fc.constantFrom("", "?range=last7d&sort=talkTime") }),
  );
  fc.assert(
    fc.property(views, (all) => {
      expect(readViewsFile(writeViewsFile(all))).toEqual({ views: all });
    }),
  );
});

test("a link is taken as it is copied, and what a newer edition says besides is passed over", () => {
  const view = "https://calls.example.com/?v=2&range=yesterday&sat=1&n=12#here";
  const file = { version: 2, folders: [], views: [{ name: " 昨天 ", view, colour: "red" }] };
  expect(readViewsFile(`\uFEFF${JSON.stringify(file)}`)).toEqual({
    views: [{ name: "昨天", view: "?range=yesterday&sat=1" }],
  });
});

test("every mistake is named by its place, and no value is told", () => {
  expect(faultsOf([])).toEqual([{ place: "the file", message: "must be an object" }]);
  expect(faultsOf({ version: "13800138000", views: "13800138000" })).toEqual([
    { place: "version", message: "must be a whole number" },
    { place: "views", message: "must be a list" },
  ]);
  const views = [
    { name: "", view: "" },
    { name: "x".repeat(81), view: 1 },
  ];
  expect(faultsOf({ version: 1, views })).toEqual([
    { place: "views.0.name", message: "must not be empty" },
    { place: "views.1.name", message: "must have at most 80 characters" },
    { place: "views.1.view", message: "must be a text" },
  ]);
});

test("a text that is no JSON is named by line and column", () => {
  expect(faultsOf('{\n  "version": 1,\n  "views": [}')).toEqual([
    { place: "3:13", message: undefined },
  ]);
});
