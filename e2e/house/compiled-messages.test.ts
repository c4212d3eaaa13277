import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer } from "vite";
import { expect, test } from "vitest";
import { compileMessages, type Texts } from "#app/i18n/compile-messages.ts";
import { messagesEnUs } from "#labels/messages-en-us.ts";
import { messagesZhCn } from "#labels/messages-zh-cn.ts";

// The browser gets compiled messages and no parser for others (vite.config.ts), while tests and
// types know the messages as they are written. Here is held what keeps the two from differing.

const ROOT = join(import.meta.dirname, "..", "..");
const SRC = join(ROOT, "src");

/** What is read as it stands, without a translator: texts, and groups of texts. */
const READ_DIRECTLY = [
  "actions.shortcuts",
  "app.instance",
  "app.name",
  "app.title",
  "cells",
  "columns.names",
  "columns.shortcuts",
  "enums",
  "errors.hints",
  "export.fileName",
  "facets.actions",
  "facets.anyBut",
  "facets.not",
  "fields",
  "filters",
  "lengths",
  "records.no",
  "records.none",
  "records.recordingNone",
  "records.recordingPending",
  "records.recordingReady",
  "records.surveyNotOffered",
  "records.surveyUnanswered",
  "records.yes",
  "shortcuts",
  "time.label",
  "time.ranges",
];

const isRead = (path: string) =>
  READ_DIRECTLY.some((read) => path === read || path.startsWith(`${read}.`));

function at(texts: object, path: string): unknown {
  return (
    path
      .split(".")
      // A path that leads nowhere gives undefined.
      .reduce<unknown>((group, name) => (group as Texts | undefined)?.[name], texts)
  );
}

const sources = ["app", "labels"].flatMap((room) =>
  readdirSync(join(SRC, room), { recursive: true, encoding: "utf8" })
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
    .map((name) => ({
      file: `${room}/${name.replaceAll("\\", "/")}`,
      source: readFileSync(join(SRC, room, name), "utf8"),
    })),
);

test("what is read without a translator is the same compiled", () => {
  for (const messages of [messagesZhCn, messagesEnUs]) {
    const compiled = compileMessages(messages);
    for (const path of READ_DIRECTLY) {
      expect(at(messages, path), path).toBeDefined();
      expect(at(compiled, path), path).toEqual(at(messages, path));
    }
  }
});

test("no other label is read without a translator", () => {
  const reads = sources.flatMap(({ file, source }) =>
    [...source.matchAll(/\blabels\.(?!ts\b)(\w+(?:\.\w+)?)/g)].map(([, path = ""]) => ({
      file,
      path,
    })),
  );
  expect(reads.length).toBeGreaterThan(0);
  expect(reads.filter(({ path }) => !isRead(path))).toEqual([]);
});

test("nothing else gets at the messages themselves", () => {
  const readers = sources.filter(({ source }) => /\buseMessages\(|\bt\.raw\(/.test(source));
  expect(readers.map(({ file }) => file).toSorted()).toEqual([
    "app/i18n/error-words.ts",
    "app/i18n/use-labels.ts",
    "app/records/shortcuts/shortcuts-dialog.tsx",
  ]);
});

test("no language is asked for by its name, which would give a further one the words of another", () => {
  const askers = sources.filter(({ source }) => /[!=]==? ?"[a-z]{2}-[A-Z]{2}"/.test(source));
  expect(askers.map(({ file }) => file)).toEqual([]);
});

test("every language is served compiled, and so is what formats it", async () => {
  // Its own, lest it spoil what `npm run dev` keeps.
  const cacheDir = mkdtempSync(join(tmpdir(), "callscope-vite-"));
  const server = await createServer({
    root: ROOT,
    cacheDir,
    mode: "development",
    logLevel: "error",
    appType: "custom",
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
  });
  try {
    const languages = readdirSync(join(SRC, "labels")).filter((name) =>
      /messages-[a-z]{2}-[a-z]{2}\.ts$/.test(name),
    );
    expect(languages.toSorted()).toEqual([
      "call-messages-en-us.ts",
      "call-messages-zh-cn.ts",
      "export-messages-en-us.ts",
      "export-messages-zh-cn.ts",
      "messages-en-us.ts",
      "messages-zh-cn.ts",
    ]);
    for (const name of languages) {
      const served = await server.transformRequest(`/src/labels/${name}`);
      expect(served?.code).toContain('["count"]');
      expect(served?.code).not.toContain("{count");
    }
    const format = await server.environments.client.pluginContainer.resolveId(
      "use-intl/format-message",
      join(ROOT, "src/main.tsx"),
    );
    expect(format?.id).toMatch(/\/format-only\.js\b/);
  } finally {
    await server.close();
    rmSync(cacheDir, { recursive: true, force: true });
  }
});
