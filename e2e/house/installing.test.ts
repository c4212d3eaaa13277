import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { BROWSER_PACKAGES, PACKAGES_OF_BOTH, SERVER_PACKAGES } from "../../oxlint.config.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(ROOT, name), "utf8"));

test("npm ci checks every package, also those that other platforms install", () => {
  const lock = z
    .object({
      packages: z.record(
        z.string(),
        z.object({ integrity: z.string().optional(), link: z.boolean().optional() }),
      ),
    })
    .parse(readJson("package-lock.json"));
  const unchecked = Object.entries(lock.packages)
    .filter(([path, entry]) => path !== "" && entry.link !== true)
    .filter(([, { integrity }]) => integrity?.startsWith("sha512-") !== true);
  expect(unchecked.map(([path]) => path)).toEqual([]);
});

test("every dependency is the server's, the browser's or of both, as the import law has it", () => {
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(readJson("package.json"));
  const lists = [SERVER_PACKAGES, BROWSER_PACKAGES, PACKAGES_OF_BOTH];
  const isIn = (list: readonly string[], name: string) =>
    list.some((one) => one === name || (one.endsWith("/*") && name.startsWith(one.slice(0, -1))));
  const wrong = Object.keys(dependencies).filter(
    (name) => lists.filter((list) => isIn(list, name)).length !== 1,
  );
  expect(wrong).toEqual([]);
});

test("the server runs without development dependencies", () => {
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(readJson("package.json"));
  const missing = new Set<string>();
  for (const name of readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })) {
    // The browser's half is built before, and tests are not served.
    if (!name.endsWith(".ts") || /\.(test|kit)\.ts$/.test(name) || /^app[\\/]/.test(name)) continue;
    const text = readFileSync(join(ROOT, "src", name), "utf8");
    for (const [, from = ""] of text.matchAll(/^(?:import\b|\}|export\b).*\bfrom "([^"]+)";$/gm)) {
      const [, packageName = ""] = /^((?:@[^/]+\/)?[^/]+)/.exec(from) ?? [];
      if (/^(node:|#|\.)/.test(from) || packageName in dependencies) continue;
      // Types are gone when it runs.
      if (!new RegExp(`import type .*"${from}";`).test(text))
        missing.add(`${name}: ${packageName}`);
    }
  }
  expect([...missing]).toEqual([]);
});
