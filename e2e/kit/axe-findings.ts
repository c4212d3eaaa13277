import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Locator, Page } from "playwright/test";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export interface Asked {
  /** What is looked at; the whole page by default. */
  readonly within?: Locator;
  /** axe's ids of rules that are left out. */
  readonly but?: readonly string[];
}

/** The serious and critical findings, each with the elements it is about. */
export async function seriousFindings(page: Page, asked: Asked = {}): Promise<readonly string[]> {
  await page.evaluate(axe);
  const rules = Object.fromEntries((asked.but ?? []).map((id) => [id, { enabled: false }]));
  const { violations } = await (asked.within ?? page.locator("html")).evaluate(
    // axe puts itself on the window; the page's own types do not know it.
    (element, options) => (window as unknown as WithAxe).axe.run(element, options),
    { rules } satisfies RunOptions,
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

interface WithAxe {
  readonly axe: { run(context: unknown, options: RunOptions): Promise<AxeResults> };
}
