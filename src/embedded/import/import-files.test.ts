import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DatabaseError } from "#embedded/database/database-error.ts";
import { openEmbeddedDatabase } from "#embedded/open-database.ts";
import { ImportError } from "./import-error.ts";
import { importFiles } from "./import-files.ts";

let folder: string;
let database: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "callscope-"));
  database = join(folder, "data", "calls.duckdb");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** When calls of no particular time start. */
const AT = 1_795_658_400_000;

type Fields = Readonly<Record<string, unknown>>;
const call = (id: string, more: Fields = {}) => ({
  ContactId: id,
  InstanceId: "ccc-test",
  StartTime: AT,
  ...more,
});

/** Writes a file of lines: objects as JSON, texts as they are. */
function file(name: string, lines: readonly (Fields | string)[]): string {
  const path = join(folder, name);
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line)));
  writeFileSync(path, text.join("\n"));
  return path;
}

/** What the database holds, in the order of its rows. */
async function stored(columns = "ContactId, StartTime"): Promise<unknown[][]> {
  const opened = await openEmbeddedDatabase({
    file: database,
    sampleRecords: 0,
    timeZone: "Asia/Shanghai",
  });
  try {
    expect(opened.isSample).toBe(false);
    const text = `SELECT ${columns} FROM records ORDER BY rowid`;
    return (await opened.run({ text, params: [] })).getRowsJson();
  } finally {
    await opened.close();
  }
}

async function refusal(files: readonly string[]): Promise<string> {
  const error: unknown = await importFiles(files, database).catch((reason: unknown) => reason);
  if (!(error instanceof ImportError)) throw new Error("It was not refused.", { cause: error });
  const lines = (error.badRecords?.shown ?? []).map(
    ({ place, reason }) => `${"line" in place ? place.line : place.row}: ${reason}`,
  );
  return [error.message.replaceAll(folder, "…"), ...lines].join("\n");
}

test("what no text may hold is a bad line, named by its number", async () => {
  const path = file("odd.jsonl", [
    call("good"),
    call("a\0b"),
    call("c", { InstanceId: "cc\0c" }),
    '{"ContactId":"s\\ud800","InstanceId":"ccc-test","StartTime":1795658400000}',
  ]);
  expect(await refusal([path])).toMatch(
    /2: ContactId .*\n3: InstanceId .*\n4: holds half a character/,
  );
});

describe("an import", () => {
  test("keeps every field of a record, and what is absent absent", async () => {
    const full = {
      ContactType: "Inbound",
      ContactDisposition: "Success",
      EstablishedTime: "1532448001000",
      CallDuration: "30",
      TalkTime: 25,
      RecordingReady: true,
      SatisfactionSurveyOffered: "false",
      SatisfactionIndex: 0,
      AgentIds: "a@ccc-test,b@ccc-test",
      CallingNumber: "07350000",
      CallerLocation: "",
      CalledNumber: null,
    };
    const report = await importFiles([file("a.jsonl", [call("1", full)])], database);
    expect(report).toEqual({
      read: 1,
      files: [{ name: join(folder, "a.jsonl"), read: 1, encoding: "UTF-8" }],
      span: { from: AT, to: AT },
      replaced: 0,
      total: 1,
      instanceIds: ["ccc-test"],
      unknownFields: [],
    });
    const columns = Object.keys(full).join(", ");
    expect(await stored(columns)).toEqual([
      [
        "Inbound",
        "Success",
        "1532448001000",
        30,
        25,
        true,
        false,
        0,
        "a@ccc-test,b@ccc-test",
        "07350000",
        null,
        null,
      ],
    ]);
  });

  test("takes numbers as text, whole numbers written as 5.0, and text that looks like JSON", async () => {
    const odd = { TalkTime: "7", RingTime: 5.0, IvrTime: "5.0", AgentNames: "[王]", Broker: 154 };
    await importFiles([file("a.jsonl", [call("1", { ...odd, StartTime: `${AT}.0` })])], database);
    expect(await stored("StartTime, TalkTime, RingTime, IvrTime, AgentNames, Broker")).toEqual([
      [String(AT), 7, 5, 5, "[王]", "154"],
    ]);
  });

  test("keeps the rows by instance, the latest first", async () => {
    const lines = [
      call("c", { StartTime: AT + 1 }),
      call("b", { StartTime: AT + 3 }),
      call("z", { StartTime: AT + 9, InstanceId: "ccc-a" }),
      call("a", { StartTime: AT + 3 }),
    ];
    await importFiles([file("a.jsonl", lines)], database);
    expect((await stored("ContactId")).flat()).toEqual(["z", "a", "b", "c"]);
  });

  test("stores values newer than this edition, and spells known ones as documented", async () => {
    const lines = ["PRIVACY_DIAL", "inbound", "HoloCall"].map((ContactType, index) =>
      call(String(index), { ContactType }),
    );
    await importFiles([file("a.jsonl", lines)], database);
    expect((await stored("ContactType")).flat()).toEqual(["PrivacyDial", "Inbound", "HoloCall"]);
  });

  test("of the same contact id keeps the later: within a file, among files, over time", async () => {
    const first = file("1.jsonl", [
      call("a", { TalkTime: 1 }),
      call("a", { TalkTime: 2 }),
      call("b"),
    ]);
    const second = file("2.jsonl", [call("b", { TalkTime: 3 }), call("c", { TalkTime: 4 })]);
    expect(await importFiles([first, second], database)).toMatchObject({
      read: 5,
      replaced: 2,
      total: 3,
    });
    expect(await stored("ContactId, TalkTime")).toEqual([
      ["a", 2],
      ["b", 3],
      ["c", 4],
    ]);
    const again = file("3.jsonl", [
      call("c", { TalkTime: 5 }),
      call("d", { InstanceId: "ccc-new" }),
    ]);
    expect(await importFiles([again], database)).toMatchObject({
      read: 2,
      replaced: 1,
      total: 4,
      instanceIds: ["ccc-new", "ccc-test"],
    });
    expect(await stored("ContactId, TalkTime")).toEqual([
      ["d", null],
      ["a", 2],
      ["b", 3],
      ["c", 5],
    ]);
  });

  test("keeps the later of two that lie far apart, though parts of a file are read at once", async () => {
    // DuckDB takes 16 MiB at a time, and without more ado the first of them may come last.
    const ReleaseReason = "x".repeat(500);
    const half = (TalkTime: number) =>
      Array.from({ length: 35_000 }, (_unused, at) =>
        call(String(at), { TalkTime, ReleaseReason }),
      );
    const report = await importFiles([file("a.jsonl", [...half(1), ...half(2)])], database);
    expect(report).toMatchObject({ read: 70_000, replaced: 35_000, total: 35_000 });
    const [range] = await stored("min(TalkTime) OVER (), max(TalkTime) OVER ()");
    expect(range).toEqual([2, 2]);
  });

  test("twice is as once", async () => {
    const path = file("a.jsonl", [call("a"), call("b", { StartTime: AT + 5 })]);
    await importFiles([path], database);
    const before = await stored("*");
    expect(await importFiles([path], database)).toMatchObject({ replaced: 2, total: 2 });
    expect(await stored("*")).toEqual(before);
  });

  test("leaves out fields it does not know, and names them", async () => {
    const lines = [call("a", { Extra: 1 }), call("b", { ContactsId: "x", Nested: { a: [1] } })];
    const report = await importFiles([file("a.jsonl", lines)], database);
    expect(report.unknownFields).toEqual(["Extra", "ContactsId", "Nested"]);
    expect(report.total).toBe(2);
  });

  test("reads blank lines, carriage returns, a byte order mark and separators within a text", async () => {
    const lines = ["", `${JSON.stringify(call("a"))}\r`, "  \r", JSON.stringify(call("b\u2028c"))];
    await importFiles([file("a.jsonl", [`\uFEFF${lines.join("\n")}`, ""])], database);
    expect((await stored("ContactId")).flat()).toEqual(["a", "b\u2028c"]);
  });

  test.each(["calls[1].jsonl", "calls*.jsonl", "it's.jsonl", "通话 记录", "calls.gz"])(
    "reads a file called %s, and no other",
    async (name) => {
      file("calls1.jsonl", [call("other")]);
      await importFiles([file(name, [call("a")])], database);
      expect((await stored("ContactId")).flat()).toEqual(["a"]);
    },
  );

  test("counts the records of each file, of whatever format", async () => {
    const table = `StartTime,ContactId,InstanceId,TalkTime\n${AT - 9},a,ccc-test,1\n${AT},b,ccc-test,2\n`;
    const files = [
      file("1.jsonl", [call("a"), call("c")]),
      file("2.csv", [table]),
      file("3.jsonl", [call("b", { TalkTime: 3 })]),
    ];
    const report = await importFiles(files, database);
    expect(report).toMatchObject({ read: 5, replaced: 2, total: 3 });
    expect(report.files.map(({ read }) => read)).toEqual([2, 2, 1]);
    expect(await stored("ContactId, StartTime, TalkTime")).toEqual([
      ["b", String(AT), 3],
      ["c", String(AT), null],
      ["a", String(AT - 9), 1],
    ]);
  });

  test("ended by its caller leaves the database as it was, and nothing beside it", async () => {
    await importFiles([file("old.jsonl", [call("old")])], database);
    const many = Array.from({ length: 20_000 }, (_unused, index) => call(`new-${index}`));
    const path = file("many.jsonl", many);
    for (const phase of ["read", "merge", "sort", "index"]) {
      const stop = new AbortController();
      const ended = importFiles([path], database, {
        signal: stop.signal,
        onProgress: (progress) => progress.phase === phase && stop.abort(new Error("enough")),
      });
      await expect(ended, phase).rejects.toThrow("enough");
      expect((await stored("ContactId")).flat()).toEqual(["old"]);
      expect(readdirSync(join(folder, "data"))).toEqual(["calls.duckdb"]);
    }
  });

  test("leaves nothing but the database behind", async () => {
    await importFiles([file("a.jsonl", [call("a")])], database);
    expect(readdirSync(join(folder, "data"))).toEqual(["calls.duckdb"]);
  });
});

describe("a bad line", () => {
  test("is named by its number and all that is wrong, and no value is shown", async () => {
    const path = file("a.jsonl", [
      call("a", { CallingNumber: "13800001111" }),
      '{"ContactId": "13800001111", "Inst',
      "",
      call("b", { TalkTime: "13800001111x", RecordingReady: "13800001111" }),
      { InstanceId: "ccc-test", StartTime: "" },
      "[1]",
      "null",
      '"13800001111"',
      call("c", { CallingNumber: { a: "13800001111" }, AgentIds: ["13800001111"] }),
      call("d", { StartTime: -1, EstablishedTime: 1.5, ReleaseTime: true }),
      call("e", { TalkTime: 2 ** 31, SatisfactionIndex: "1 2" }),
    ]);
    const said = await refusal([path]);
    expect(said).toBe(
      [
        "9 lines are not a call record in the provider's form.",
        "2: is not JSON: it is never closed",
        "4: TalkTime must be a whole number of seconds, RecordingReady must be true or false",
        "5: ContactId is missing, StartTime is missing",
        "6: is not a JSON object",
        "7: is not a JSON object",
        "8: is not a JSON object",
        "9: CallingNumber must not be an object or a list",
        "10: StartTime must be a Unix timestamp in milliseconds, of 2000 to 2100, EstablishedTime must be a Unix timestamp in milliseconds, of 2000 to 2100, ReleaseTime must be a Unix timestamp in milliseconds, of 2000 to 2100",
        "11: TalkTime is more than three days: it looks like milliseconds, and this needs seconds, SatisfactionIndex must be a whole number",
      ].join("\n"),
    );
    expect(existsSync(database)).toBe(false);
    expect(readdirSync(join(folder, "data"))).toEqual([]);
  });

  test("is one that holds an object or a list where text belongs", async () => {
    for (const value of [{}, [], ["a"], { a: 1 }])
      expect(await refusal([file("a.jsonl", [call("a"), call("b", { Broker: value })])])).toContain(
        "2: Broker must not be an object or a list",
      );
  });

  test("far down a file is found where it is, whatever the line breaks before it", async () => {
    const lines = Array.from({ length: 60_000 }, (_unused, index) => call(String(index)));
    const text = lines.map((line, i) => JSON.stringify(line) + (i % 3 === 0 ? "\r" : ""));
    text[44_443] = "{}";
    expect(await refusal([file("a.jsonl", text)])).toContain(
      "44444: ContactId is missing, InstanceId is missing, StartTime is missing",
    );
  });

  test("is counted where there are many", async () => {
    const error: unknown = await importFiles(
      [
        file(
          "a.jsonl",
          Array.from({ length: 50 }, () => "{}"),
        ),
      ],
      database,
    ).catch((reason: unknown) => reason);
    if (!(error instanceof ImportError)) throw error;
    expect(error.badRecords?.count).toBe(50);
    expect(error.badRecords?.shown).toHaveLength(20);
  });

  test("that is no text at all is named too", async () => {
    const path = join(folder, "a.jsonl");
    writeFileSync(path, Buffer.concat([Buffer.from('{"ContactId":"'), Buffer.from([0xff, 0x0a])]));
    expect(await refusal([path])).toContain("1: is not UTF-8");
    writeFileSync(path, `${JSON.stringify(call("a", { Broker: "x".repeat(40 << 20) }))}\n`);
    expect(await refusal([path])).toContain("1: is longer than 16 MiB");
  });

  test("is one that names a field twice, or that is told from a good one by DuckDB alone", async () => {
    const twice =
      '{"ContactId":"a","InstanceId":"i","StartTime":1795658400000,"\\u0042roker":"1","Broker":"2"}';
    const lines = [
      call("a"),
      twice,
      '{"ContactId":"b","InstanceId":"i","StartTime":1795658400000,}',
      "{]",
    ];
    expect(await refusal([file("a.jsonl", lines)])).toBe(
      [
        "2 lines are not a call record in the provider's form.",
        "2: names Broker twice",
        "4: is not JSON",
      ].join("\n"),
    );
    const taken = await importFiles([file("a.jsonl", lines.slice(2, 3))], database);
    expect(taken.read).toBe(1);
  });

  test("in the second file leaves the database as it was", async () => {
    await importFiles([file("old.jsonl", [call("old")])], database);
    const before = await stored("*");
    const good = file("good.jsonl", [call("new"), call("old", { TalkTime: 9 })]);
    expect(await refusal([good, file("bad.jsonl", [call("x"), "{"])])).toContain("2: is not JSON");
    expect(await stored("*")).toEqual(before);
    expect(readdirSync(join(folder, "data"))).toEqual(["calls.duckdb"]);
  });
});

describe("what is no file of records", () => {
  test("is named", async () => {
    mkdirSync(join(folder, "dir"));
    expect(await refusal([join(folder, "none.jsonl")])).toBe(
      "…/none.jsonl cannot be read: there is no such file, or no access to it.",
    );
    expect(await refusal([join(folder, "dir")])).toBe("…/dir is not a file.");
    expect(await refusal([file("empty.jsonl", [])])).toBe("There is no record in these files.");
    expect(await refusal([file("blank.jsonl", ["", " ", ""])])).toBe(
      "There is no record in these files.",
    );
  });
});

describe("a place for the database", () => {
  const failure = (path: string) =>
    importFiles([file("a.jsonl", [call("a")])], path).catch((reason: unknown) => reason);

  test("that cannot be one is named, in a sentence", async () => {
    mkdirSync(join(folder, "dir"));
    const said = [
      [join(folder, "dir"), "is a folder, not a database."],
      [join(folder, "a.jsonl", "sub", "x.duckdb"), "part of its path is a file, not a folder."],
      ["/proc/nowhere/x.duckdb", "its folder cannot be made."],
      [join(folder, "n".repeat(300)), "its name is too long."],
    ] as const;
    for (const [path, words] of said) {
      const error = await failure(path);
      expect(error, path).toBeInstanceOf(DatabaseError);
      expect(String(error)).toContain(path);
      expect(String(error)).toContain(words);
    }
  });

  test("beside which a folder has the name of its unfinished file loses nothing", async () => {
    for (const ending of [".new", ".lock", ".wal"]) {
      const path = join(folder, `x${ending}.duckdb`);
      const others = path + ending;
      mkdirSync(others);
      writeFileSync(join(others, "precious"), "");
      expect(String(await failure(path))).toContain(`${others} is a folder`);
      expect(readdirSync(others)).toEqual(["precious"]);
      expect(existsSync(path)).toBe(false);
    }
  });
});

describe("a database", () => {
  const sample = () =>
    openEmbeddedDatabase({ file: database, sampleRecords: 10, timeZone: "Asia/Shanghai" });

  test("of sample data takes no import", async () => {
    await (await sample()).close();
    const error: unknown = await importFiles([file("a.jsonl", [call("a")])], database).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(DatabaseError);
    expect(error).toMatchObject({ code: "database_origin" });
    const opened = await sample();
    expect(opened.isSample).toBe(true);
    await opened.close();
  });

  test("that is none is named and left alone", async () => {
    const notes = file("notes.txt", ["x".repeat(20_000)]);
    await expect(importFiles([file("a.jsonl", [call("a")])], notes)).rejects.toMatchObject({
      code: "database_foreign",
    });
    expect(readdirSync(folder)).toContain("notes.txt");
  });
});
