import type { Locator, Page } from "playwright/test";
import type { Screen } from "../kit/screen.ts";
import { expect } from "../kit/server-fixture.ts";

/** A link with few columns, which all are in view, and their headings. */
export const FEW = "startTime,contactType,talkTime";
export const FEW_NAMES = ["开始时间", "通话类型", "通话时长"];

/** The choice of columns, opened. */
export async function openColumnPanel(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: /列$/ }).click();
  const panel = page.getByRole("dialog", { name: "表格的列" });
  await expect(panel.getByRole("textbox", { name: "查找列" })).toBeVisible();
  return panel;
}

export function heading({ grid }: Screen, name: string): Locator {
  return grid.getByRole("columnheader", { name, exact: true });
}

/** The headings in the document are these, in this order. */
export async function expectHeadings({ grid }: Screen, names: readonly string[]): Promise<void> {
  await expect(grid.getByRole("columnheader")).toHaveText([...names]);
}
