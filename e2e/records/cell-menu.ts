import type { Locator, Page } from "playwright/test";

/** What can be done from a cell or a part of it, once that has been asked for. */
export function cellMenu(page: Page): Locator {
  return page.getByRole("menu", { name: "单元格操作" });
}

/** One thing of the open menu, by the beginning or the whole of its text. */
export function cellMenuItem(page: Page, name: string | RegExp): Locator {
  return cellMenu(page).getByRole("menuitem", { name });
}
