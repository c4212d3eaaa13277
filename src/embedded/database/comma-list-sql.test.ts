import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { splitList } from "#contract/record/comma-list.ts";
import { splitListSql } from "./comma-list-sql.ts";

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(":memory:")).connect();
});
afterAll(() => connection.closeSync());

async function split(texts: readonly string[]): Promise<unknown[][]> {
  const rows = texts.map((_text, index) => `(${index}, $${index + 1})`).join(", ");
  const sql = `SELECT ${splitListSql("Text")} FROM (VALUES ${rows}) AS t(Place, Text) ORDER BY Place`;
  const reader = await connection.runAndReadAll(sql, [...texts]);
  return reader.getRowsJson().map(([items]) => items as unknown[]);
}

/** Of a text without items the SQL has the one that is empty. */
const expected = (text: string) => (splitList(text).length > 0 ? splitList(text) : [""]);

const part = fc.oneof(
  fc.constantFrom("ann", "bob@ccc-test", "a b", "王", "，", "%", "'", "\\", "😀"),
  fc.constantFrom("", " ", "\t", "\u00a0", "\u3000", "\u200b", "\u202d", "\ufeff", "\r\n", ","),
);
const text = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(""));

test("the database splits a list as the contract does", async () => {
  const texts = fc.array(text, { minLength: 1, maxLength: 50 });
  await fc.assert(
    fc.asyncProperty(texts, async (list) => {
      expect(await split(list)).toEqual(list.map(expected));
    }),
  );
});

test("every character that is blank to the one is blank to the other", async () => {
  const points = Array.from({ length: 0x1_0000 }, (_unused, point) => point + 1)
    // NUL ends a text, and half a surrogate pair is none.
    .filter((point) => point < 0xd800 || point > 0xdfff);
  const reader = await connection.runAndReadAll(
    `SELECT Point FROM (SELECT unnest(range(1, 65537)) AS Point)
      WHERE NOT Point BETWEEN 55296 AND 57343 AND ${splitListSql("chr(Point::INTEGER)")} = ['']
      ORDER BY Point`,
  );
  const blank = points.filter((point) => {
    const char = String.fromCodePoint(point);
    return char === "," || char.trim() === "";
  });
  expect(reader.getRowsJson().map(([point]) => Number(point))).toEqual(blank);
});
