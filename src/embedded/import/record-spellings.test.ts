import { gzipSync } from "node:zlib";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RECORD_FIELD_NAMES, RECORD_FIELDS } from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { sqlLiteral } from "#embedded/database/schema.ts";
import { AT, createImportKit, type ImportKit } from "./import.kit.ts";

// The same records make the same table, in whatever format, spelling and encoding they come.

vi.setConfig({ testTimeout: 240_000 });

let kit: ImportKit;
beforeEach(() => {
  kit = createImportKit();
});
afterEach(() => kit.close());

const NAMES = RECORD_FIELD_NAMES.map(wireName);

type Values = Readonly<Record<string, string | number | boolean>>;

const anyText = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
    fc
      .array(fc.constantFrom(..."ab中,\"\n\r\t '\\{[;|#", "\r\n", '""', "1"), {
        minLength: 1,
        maxLength: 6,
      })
      .map((parts) => parts.join("")),
  )
  // What a spreadsheet shows where it has no room is refused.
  .filter((text) => !text.includes("##"));
const anyId = anyText.filter((text) => /^[^*]*[\p{L}\p{N}][^*]*$/u.test(text.normalize("NFKC")));

/** Any records of an instance; some have the same contact id. */
const anyRecords = fc.array(
  fc
    .record(
      Object.fromEntries(
        RECORD_FIELD_NAMES.map((field) => {
          const kind = RECORD_FIELDS[field];
          if (kind === "instant")
            return [wireName(field), fc.integer({ min: Date.UTC(2000), max: Date.UTC(2100) })];
          if (kind === "seconds" || kind === "integer")
            return [wireName(field), fc.integer({ min: -(2 ** 31), max: 259_200 })];
          return [wireName(field), kind === "boolean" ? fc.boolean() : anyText];
        }),
      ),
      { requiredKeys: [] },
    )
    .chain((values) =>
      fc
        .tuple(fc.oneof(anyId, fc.constantFrom("1", "2")), fc.nat({ max: 5 }))
        .map(([ContactId, after]): Values => {
          return { ...values, ContactId, InstanceId: "ccc-a", StartTime: AT + after };
        }),
    ),
  { minLength: 1, maxLength: 12 },
);

const PARQUET_TYPES: Readonly<Record<string, string>> = {
  instant: "BIGINT",
  seconds: "INTEGER",
  integer: "DOUBLE",
  boolean: "BOOLEAN",
};

const LISTS = RECORD_FIELD_NAMES.filter((field) => RECORD_FIELDS[field] === "list").map(wireName);

const camel = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
const snake = (name: string) => name.replace(/(?<=.)[A-Z]/g, "_$&").toLowerCase();
const spaced = (name: string) => name.replace(/(?<=.)[A-Z]/g, " $&");

const renamed = (values: Values, spelling: (name: string) => string) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [spelling(name), value]));

/** As our own replies and "copy as JSON" have it. */
const ownRecord = (values: Values) =>
  renamed(
    Object.fromEntries(
      Object.entries(values).map(([name, value]): [string, string | number | boolean] => [
        name,
        // The cast only hides from the type that a value is a list.
        LISTS.some((list) => list === name)
          ? (String(value).split(",") as unknown as string)
          : value,
      ]),
    ),
    camel,
  );

const reply = (list: readonly unknown[]) => ({
  Code: "OK",
  Params: [{ a: "List" }],
  Data: { PageNumber: 1, List: list, TotalCount: list.length },
  HttpStatusCode: 200,
});

const padded = (value: string) => (value === "" ? value : ` \t${value}\u3000`);

interface TableForm {
  readonly spelling?: (name: string) => string;
  readonly value?: (text: string) => string;
  readonly options?: Parameters<typeof stringify>[1];
}

function tableOf(records: readonly Values[], form: TableForm): string {
  const { spelling = (name) => name, value = (text) => text, options } = form;
  const rows = records.map((one) => NAMES.map((name) => value(String(one[name] ?? ""))));
  return stringify([NAMES.map(spelling), ...rows], { quoted_match: /[\r\n]|^ /, ...options });
}

/** Blank rows of every kind, and one line that ends as nobody else. */
function withBlankRows(table: string): string {
  const [header = ""] = table.split("\n", 1);
  const rest = table.slice(header.length + 1);
  return `\n  \n${header}\r\n,,,,\n${rest}${",".repeat(NAMES.length - 1)}\n\t \n\n   `;
}

function writeTexts(records: readonly Values[]): readonly string[] {
  const lines = records.map((one) => JSON.stringify(one)).join("\n");
  const own = records.map(ownRecord);
  const tabs = tableOf(records, { options: { delimiter: "\t" } });
  const { write } = kit;
  return [
    write("a.csv", tableOf(records, {})),
    write(
      "quoted.csv",
      tableOf(records, { options: { quoted: true, record_delimiter: "windows", bom: true } }),
    ),
    write("a.tsv", tabs),
    write("packed.jsonl.gz", gzipSync(lines)),
    write("tabs.csv", tableOf(records, { spelling: snake, options: { delimiter: "\t" } })),
    write("semicolons.csv", `sep=;\n${tableOf(records, { options: { delimiter: ";" } })}`),
    write("bars.txt", tableOf(records, { spelling: camel, options: { delimiter: "|" } })),
    write("blank-rows.csv", withBlankRows(tableOf(records, { spelling: spaced }))),
    write("padded.csv", tableOf(records, { value: padded, options: { quoted: true } })),
    write("sheet.txt", Buffer.from(`\uFEFF${tabs}`, "utf16le")),
    write("big-endian.csv", Buffer.from(`\uFEFF${tabs}`, "utf16le").swap16()),
    write("no-mark.jsonl", Buffer.from(lines, "utf16le")),
    write("own.json", records.map((one) => JSON.stringify(ownRecord(one), null, 2)).join("\n")),
    write("own-reply.json", JSON.stringify({ records: own, total: own.length })),
    write("list.json", JSON.stringify(records)),
    write("list-of-lines.json", `[\n${lines.replaceAll("\n", ",\n")}\n]`),
    write("reply.json", JSON.stringify(reply(records), null, 4)),
    write("replies.jsonl", records.map((one) => JSON.stringify(reply([one]))).join("\n")),
    write(
      "packed.json.gz",
      gzipSync(`[${records.map((one) => JSON.stringify(reply([one]))).join()}]`),
    ),
    write(
      "sdk.json",
      JSON.stringify({
        headers: {},
        statusCode: 200,
        body: { code: "OK", data: { list: own } },
      }),
    ),
    write("snake.jsonl", records.map((one) => JSON.stringify(renamed(one, snake))).join("\n")),
    write(
      "texts.jsonl",
      records
        .map((one) =>
          JSON.stringify(
            renamed(one, (name) => name),
            (_key, value: unknown) => (typeof value === "object" ? value : padded(String(value))),
          ),
        )
        .join("\n"),
    ),
  ];
}

async function writeParquets(jsonl: string): Promise<readonly string[]> {
  const types = RECORD_FIELD_NAMES.map(
    (field) => `${wireName(field)}: '${PARQUET_TYPES[RECORD_FIELDS[field]] ?? "VARCHAR"}'`,
  );
  const records = `read_json(${sqlLiteral(jsonl)}, format = 'newline_delimited', columns = {${types.join(", ")}})`;
  const renamedSql = NAMES.map((name) => `${name} AS "${snake(name)}"`).join(", ");
  const paddedSql = NAMES.map(
    (name) => `chr(9) || ' ' || ${name}::VARCHAR || chr(12288) AS ${name}`,
  ).join(", ");
  return [
    await kit.writeParquet("a.parquet", `SELECT * FROM ${records}`),
    await kit.writeParquet("snake.parquet", `SELECT ${renamedSql} FROM ${records}`),
    await kit.writeParquet("padded.parquet", `SELECT ${paddedSql} FROM ${records}`),
  ];
}

test("the same records make the same table, whatever the format and the spelling", async () => {
  await fc.assert(
    fc.asyncProperty(anyRecords, async (records) => {
      const jsonl = kit.write("a.jsonl", records.map((one) => JSON.stringify(one)).join("\n"));
      const expected = await kit.imported([jsonl], "*");
      expect(expected.length).toBeGreaterThan(0);
      for (const path of [...writeTexts(records), ...(await writeParquets(jsonl))])
        expect(await kit.imported([path], "*"), path).toEqual(expected);
    }),
    { numRuns: 2 },
  );
});
