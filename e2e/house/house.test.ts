import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { ALLOWED, FORBIDDEN, FORMS, FURNITURE, PRIVILEGED, SPOILED } from "./house-laws.ts";
import { OXLINT_ARGUMENTS } from "./oxlint-arguments.ts";
import { MAY_IMPORT } from "../../oxlint.config.ts";

// A glob that matches nothing forbids nothing and says nothing. So forbidden code is planted in a
// small house of its own, under the real config, and the lint must name the broken rule. The house
// stands outside the project: an interrupted run leaves no rubble among the sources.

const ROOT = join(import.meta.dirname, "..", "..");
const IMPORTS = "no-restricted-imports";
const ROOMS = Object.keys(MAY_IMPORT);
const REPORT = z.object({
  diagnostics: z.array(z.object({ filename: z.string(), code: z.string(), message: z.string() })),
});
const FOLDERS = ROOMS.filter((room) => !room.includes("."));

type Fault = { file: string; rule: string; message: string };

/** Lints the given files (path → source) under the project's own config. */
function lint(files: Readonly<Record<string, string>>): {
  exitCode: number | null;
  faults: Fault[];
} {
  const house = mkdtempSync(join(tmpdir(), "callscope-house-"));
  try {
    for (const name of ["oxlint.config.ts", "package.json", "tsconfig.json"]) {
      copyFileSync(join(ROOT, name), join(house, name));
    }
    symlinkSync(join(ROOT, "node_modules"), join(house, "node_modules"), "junction");
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), `${source}\n`);
    }
    const run = spawnSync(process.execPath, [...OXLINT_ARGUMENTS, "-f", "json", "src", "e2e"], {
      cwd: house,
      encoding: "utf8",
      maxBuffer: 16 * 1024 * 1024,
      timeout: 60_000,
    });
    const report = REPORT.parse(JSON.parse(run.stdout));
    const faults = report.diagnostics.map(({ filename, code, message }) => ({
      file: filename.replaceAll("\\", "/"),
      rule: code.replace(/^.*\((.*)\)$/, "$1"), // eslint(no-cycle) → no-cycle
      message,
    }));
    return { exitCode: run.status, faults };
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

type Probe = { file: string; from: string; source: string; title: string };

/** Each import in each form in a file of its own; a single-file room holds all of its in one. */
function probesOf(pairs: readonly (readonly [file: string, from: string])[]): Probe[] {
  return pairs.flatMap(([file, from], i) =>
    Object.entries(FORMS)
      .filter(([form]) => !ROOMS.includes(file) || form === "for effect")
      .map(([form, source], j) => ({
        title: `${file}: ${from} (${form})`,
        file: `src/${file.replace("probe", `probe-${i}-${j}`)}`,
        from,
        source: source(from),
      })),
  );
}

/** Sources that are meant for one file come to stand below each other. */
function filesOf(parts: readonly Pick<Probe, "file" | "source">[]): Record<string, string> {
  const files: Record<string, string> = {};
  for (const { file, source } of parts) files[file] = `${files[file] ?? ""}${source}\n`;
  return files;
}

/** Each room imports from each room; what the table says must be what the lint says. */
const everyRoomByEveryRoom = FOLDERS.flatMap((room) =>
  ROOMS.map((other) => ({
    title: `${room} imports ${other}`,
    file: `src/${room}/every-room.ts`,
    from: other.includes(".") ? `#${other}` : `#${other}/any.ts`,
    source: `import "#${other}${other.includes(".") ? "" : "/any.ts"}";`,
    isAllowed: other === room || (MAY_IMPORT[room]?.rooms ?? []).includes(other),
  })),
);

const forbidden = probesOf(FORBIDDEN);
const allowed = probesOf(ALLOWED);
const spoiled = Object.values(SPOILED).map(([, file, source]) => ({ file, source }));
const privileged = Object.entries(PRIVILEGED).map(([file, source]) => ({ file, source }));
const faulty = lint({
  ...FURNITURE,
  ...filesOf([...forbidden, ...everyRoomByEveryRoom, ...spoiled]),
});
const faultless = lint(filesOf([...allowed.filter(isNoBarrel), ...privileged]));

/** One that re-exports all is a barrel, and barrels have a law of their own. */
function isNoBarrel({ source }: Probe): boolean {
  return !source.startsWith("export *");
}

function isRefused({ file, from }: Probe): boolean {
  return faulty.faults.some(
    (fault) => fault.file === file && fault.rule === IMPORTS && fault.message.includes(`'${from}'`),
  );
}

test("a house with forbidden code does not pass the lint", () => {
  expect(faulty.exitCode).toBe(1);
});

test("a house in which everything is allowed passes the lint", () => {
  expect(faultless).toEqual({ exitCode: 0, faults: [] });
});

test("every forbidden import is refused in every form", () => {
  expect(forbidden.filter((probe) => !isRefused(probe)).map(({ title }) => title)).toEqual([]);
});

test("every room may import exactly what the table says", () => {
  const wrong = everyRoomByEveryRoom.filter((probe) => isRefused(probe) === probe.isAllowed);
  expect(wrong.map(({ title }) => title)).toEqual([]);
});

for (const [title, [rule, file]] of Object.entries(SPOILED)) {
  test(`the lint refuses ${title}`, () => {
    const rules = faulty.faults.filter((fault) => fault.file === file).map((fault) => fault.rule);
    expect(rules).toContain(rule);
  });
}

test("no import() takes a template, for the lint reads plain strings alone", () => {
  const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" });
  const templated = sources
    .filter((name) => /\.tsx?$/.test(name))
    .filter((name) => /\bimport\(\s*`/.test(readFileSync(join(ROOT, "src", name), "utf8")));
  expect(templated).toEqual([]);
});

test("every room in the table is there", () => {
  expect(ROOMS.filter((room) => !existsSync(join(ROOT, "src", room)))).toEqual([]);
});

test("every folder and file of the house is in the table", () => {
  const inSrc = readdirSync(join(ROOT, "src")).filter((name) => name !== "app");
  const inApp = readdirSync(join(ROOT, "src/app")).map((name) => `app/${name}`);
  expect([...inSrc, ...inApp].filter((name) => !ROOMS.includes(name))).toEqual([]);
});

test("every room has a README of at most ten lines", () => {
  const readmeLines = (room: string) => {
    const path = join(ROOT, "src", room, "README.md");
    return existsSync(path) ? readFileSync(path, "utf8").trimEnd().split("\n").length : Infinity;
  };
  expect(FOLDERS.filter((room) => readmeLines(room) > 10)).toEqual([]);
});
