import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright/test";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** axe's ids of rules: those that are left out, or the only ones. */
type Rules = { readonly but: readonly string[] } | { readonly only: readonly string[] };

/** The serious and critical findings, each with the elements it is about. */
export async function seriousFindings(
  page: Page,
  rules: Rules = { but: [] },
): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    // axe puts itself on the window; the page's own types do not know it.
    (options) => (window as unknown as WithAxe).axe.run(options),
    optionsOf(rules),
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

function optionsOf(rules: Rules): RunOptions {
  return "only" in rules
    ? { runOnly: { type: "rule", values: [...rules.only] } }
    : { rules: Object.fromEntries(rules.but.map((id) => [id, { enabled: false }])) };
}

interface WithAxe {
  readonly axe: { run(options: RunOptions): Promise<AxeResults> };
}
