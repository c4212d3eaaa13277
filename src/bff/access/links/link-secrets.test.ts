import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { readServerSettings } from "#process/settings/server-settings.ts";
import { linkSecretFile, openLinkSecrets } from "./link-secrets.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "callscope-links-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

const settingsOf = (database: string) => readServerSettings({ EMBEDDED_DATABASE: database });
const warned = vi.fn<(...told: unknown[]) => void>();
const secretsOf = (database: string) => openLinkSecrets(settingsOf(database), { warn: warned });

test("one is made beside the database, for its user alone, and is the same after a restart", async () => {
  const database = join(folder, "data", "calls.duckdb");
  const [secret = ""] = await secretsOf(database);
  expect(secret).toMatch(/^[\w-]{43}$/);
  const file = `${database}.link-secret`;
  expect(linkSecretFile(settingsOf(database))).toBe(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, "utf8")).toBe(`${secret}\n`);
  expect(await secretsOf(database)).toEqual([secret]);
});

test("two servers that start together have the same", async () => {
  const database = join(folder, "calls.duckdb");
  const all = await Promise.all([1, 2, 3, 4, 5].map(() => secretsOf(database)));
  expect(new Set(all.flat()).size).toBe(1);
});

test("of a database in memory nothing is kept", async () => {
  expect(linkSecretFile(settingsOf(":memory:"))).toBeUndefined();
  expect(await secretsOf(":memory:")).not.toEqual(await secretsOf(":memory:"));
});

test("those of the configuration come first, and no file is made", async () => {
  const database = join(folder, "calls.duckdb");
  const listed = ["a".repeat(32), "b".repeat(32)];
  const settings = readServerSettings({
    EMBEDDED_DATABASE: database,
    LINK_SECRETS: listed.join(","),
  });
  expect(await openLinkSecrets(settings, { warn: warned })).toEqual(listed);
  expect(() => statSync(`${database}.link-secret`)).toThrow(/ENOENT/);
});

test("where it cannot be kept the server starts, and says that links will not outlive it", async () => {
  const database = join(folder, "calls.duckdb");
  writeFileSync(`${database}.link-secret`, "something else");
  const [secret] = await secretsOf(database);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(warned).toHaveBeenCalledWith(expect.anything(), expect.stringContaining("links"));
  expect(readFileSync(`${database}.link-secret`, "utf8")).toBe("something else");
});
