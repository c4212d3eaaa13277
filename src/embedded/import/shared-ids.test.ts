import { afterEach, beforeEach, expect, test } from "vitest";
import { AT, createImportKit, type ImportKit } from "./import.kit.ts";

// Calls that share a ContactId would replace each other without a word.

let kit: ImportKit;
beforeEach(() => {
  kit = createImportKit();
});
afterEach(() => kit.close());

const rows = (
  name: string,
  ...calls: readonly (readonly [id: string, start: number, of?: string])[]
) =>
  kit.write(
    name,
    `ContactId,InstanceId,StartTime\n${calls.map(([id, start, of = "i"]) => `${id},${of},${start}\n`).join("")}`,
  );

const REFUSAL =
  "Calls that began at different times, or are of different instances, have the same ContactId. A spreadsheet or program may have shortened it: save the column as text and export again.";
const HERE = "ContactId is also that of another call in these files";

test("within a file and among files they are refused, each with its line", async () => {
  const one = rows("1.csv", ["a", AT], ["0", AT], ["0", AT + 60_000]);
  expect(await kit.refusal(one)).toBe([REFUSAL, `line 3: ${HERE}`, `line 4: ${HERE}`].join("\n"));
  const parquet = await kit.writeParquet(
    "2.parquet",
    `SELECT 'b' AS ContactId, 'other' AS InstanceId, ${AT} AS StartTime`,
  );
  expect(await kit.refusal(rows("1.csv", ["a", AT], ["b", AT]), parquet)).toBe(
    [REFUSAL, `line 3: ${HERE}`, `row 1: ${HERE}`].join("\n"),
  );
});

test("those that are in the database are refused, and it stays as it was", async () => {
  await kit.imported([rows("1.csv", ["a", AT], ["b", AT])], "ContactId");
  const words = "ContactId is also that of another call in the database";
  expect(await kit.refusal(rows("2.csv", ["c", AT], ["a", AT + 1000]))).toBe(
    [REFUSAL, `line 3: ${words}`].join("\n"),
  );
  expect(await kit.refusal(rows("3.csv", ["b", AT, "other"]))).toContain(`line 2: ${words}`);
  expect(await kit.stored("ContactId")).toEqual([["a"], ["b"]]);
});

test("a start without its milliseconds is the same call's", async () => {
  const path = rows("1.csv", ["a", AT + 123], ["a", AT]);
  expect(await kit.imported([path], "StartTime")).toEqual([[String(AT)]]);
});
