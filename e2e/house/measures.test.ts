import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { circlesOf, commentShare, linesAt, readHouse } from "./house-numbers.ts";

// The measures of docs/style.md that hold for every change; `npm run house` prints all of them.

const SOURCE = join(import.meta.dirname, "..", "..", "src");
const LONG = 300;
const files = readHouse();

test("no files and no folders import each other in a circle", () => {
  expect(circlesOf(files, "file")).toEqual([]);
  expect(circlesOf(files, "folder")).toEqual([]);
});

test("a circle is found where there is one", () => {
  const file = (path: string, ...imports: string[]) => ({ path, imports, lines: 1, comments: 0 });
  const house = [
    file("a/one.ts", "b/two.ts"),
    file("b/two.ts", "a/c/three.ts"),
    file("a/c/three.ts", "a/four.ts"),
    file("a/four.ts"),
  ];
  expect(circlesOf(house, "file")).toEqual([]);
  expect(circlesOf(house, "folder")).toEqual([["a", "a/c", "b"]]);
});

test("files are short, and a long one says why in its first lines", () => {
  expect(linesAt(files, 0.5)).toBeLessThanOrEqual(80);
  expect(linesAt(files, 0.9)).toBeLessThanOrEqual(160);
  const unexplained = files
    .filter(({ lines }) => lines > LONG)
    .filter(({ path }) => !readFileSync(join(SOURCE, path), "utf8").startsWith("//"));
  expect(unexplained.map(({ path }) => path)).toEqual([]);
});

test("a fifth of the contract and of signing is comments", () => {
  expect(commentShare(files, "contract")).toBeGreaterThanOrEqual(0.2);
  expect(commentShare(files, "signing")).toBeGreaterThanOrEqual(0.2);
});
