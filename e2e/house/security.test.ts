import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

// SECURITY.md against the rows of ASVS 5.0 that it must name, and the tests that it names.

const ROOT = join(import.meta.dirname, "..", "..");
const TEXT = readFileSync(join(ROOT, "SECURITY.md"), "utf8");

/** Rows of levels 1 and 2 of each section, those of level 3 left out: section → numbers. */
const ROWS: Readonly<Record<string, readonly number[]>> = {
  "1.1": upTo(2),
  "1.2": upTo(9),
  "1.3": upTo(11),
  "1.4": upTo(3),
  "1.5": upTo(2),
  "2.1": upTo(3),
  "2.2": upTo(3),
  "2.3": upTo(4),
  "2.4": upTo(1),
  "3.2": upTo(2),
  "3.3": upTo(4),
  "3.4": upTo(6),
  "3.5": upTo(5),
  "3.7": upTo(2),
  "4.1": upTo(3),
  "4.2": upTo(1),
  "4.3": upTo(2),
  "4.4": upTo(4),
  "5.1": upTo(1),
  "5.2": upTo(3),
  "5.3": upTo(2),
  "5.4": upTo(3),
  "7.1": upTo(3),
  "7.2": upTo(4),
  "7.3": upTo(2),
  "7.4": upTo(5),
  "7.5": upTo(2),
  "7.6": upTo(2),
  "8.1": upTo(2),
  "8.2": upTo(3),
  "8.3": upTo(1),
  "8.4": upTo(1),
  "9.1": upTo(3),
  "9.2": upTo(4),
  "10.1": upTo(2),
  "10.2": upTo(2),
  "10.3": upTo(4),
  "10.4": upTo(11),
  "10.5": upTo(5),
  "10.6": upTo(2),
  "10.7": upTo(3),
  "11.1": upTo(2),
  "11.2": upTo(3),
  "11.3": upTo(3),
  "11.4": upTo(3),
  "11.5": upTo(1),
  "11.6": upTo(1),
  "12.1": upTo(3),
  "12.2": upTo(2),
  "12.3": upTo(4),
  "13.1": upTo(1),
  "13.2": upTo(5),
  "13.3": upTo(2),
  "13.4": upTo(5),
  "14.1": upTo(2),
  "14.2": upTo(4),
  "14.3": upTo(3),
  "15.1": upTo(3),
  "15.2": upTo(3),
  "15.3": upTo(7),
  "16.1": upTo(1),
  "16.2": upTo(5),
  "16.3": upTo(4),
  "16.4": upTo(3),
  "16.5": upTo(3),
};

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_unused, index) => index + 1);
}

/** The rows of a table: what stands in front, and behind it. */
function tableUnder(heading: string): readonly (readonly [ids: readonly string[], rest: string])[] {
  const [, section = ""] = TEXT.split(`\n### ${heading}\n`);
  const [table = ""] = section.split(/\n##/);
  return table.split("\n").flatMap((line) => {
    const [, first = "", ...rest] = line.split("|");
    const ids = first.match(/\b\d+\.\d+\.\d+\b/g);
    return ids === null ? [] : [[ids, rest.join("|")] as const];
  });
}

const idsUnder = (heading: string) => tableUnder(heading).flatMap(([ids]) => ids);
const PROVED = "Proved by a test";
const TABLES = [PROVED, "Answered by a document", "Not met", "Do not apply"];

test("each row of levels 1 and 2 stands in one table", () => {
  const wanted = Object.entries(ROWS).flatMap(([section, rows]) =>
    rows.map((row) => `${section}.${row}`),
  );
  expect(TABLES.flatMap(idsUnder).toSorted()).toEqual(wanted.toSorted());
});

test("the counts are those of the tables", () => {
  const counts = TABLES.map((heading) => idsUnder(heading).length);
  const told = /^\*\*(\d+) rows .*, (\d+) answered .*, (\d+) are not met, and (\d+) do not apply/m;
  expect(told.exec(TEXT)?.slice(1).map(Number)).toEqual(counts);
});

test("each test that proves a row is there", () => {
  const named = tableUnder(PROVED).map(([ids, rest]) => ({
    ids,
    files: [...rest.matchAll(/`((?:src|e2e)\/[^`]+\.(?:test|e2e)\.tsx?)`/g)].map(
      ([, file = ""]) => file,
    ),
  }));
  expect(named.filter(({ files }) => files.length === 0)).toEqual([]);
  const missing = new Set(
    named.flatMap(({ files }) => files).filter((file) => !existsSync(join(ROOT, file))),
  );
  expect([...missing]).toEqual([]);
});

test("each document that answers a row is there", () => {
  const links = [...TEXT.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, path = ""]) => path);
  const missing = links.filter((path) => !existsSync(join(ROOT, path)));
  expect(missing).toEqual([]);
});
