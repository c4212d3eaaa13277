import type { Locator, Page } from "playwright/test";

/** The dashboard as a reader meets it, by role and label, in one of the languages. */
export interface Screen {
  readonly page: Page;
  readonly grid: Locator;
  /** Rows of calls in the document, without the header. */
  readonly rows: Locator;
  readonly pills: Locator;
  readonly drawer: Locator;
  readonly pager: Locator;
  /** A row by its position in the whole list, from 0. */
  row(index: number): Locator;
  /** A cell by its row and column. */
  cell(row: number, column: string): Locator;
  /** Resolves once the rows on screen are the view's own. */
  settled(): Promise<void>;
  /** The texts of one column, by its heading, of the rows in the document. */
  column(heading: string): Promise<string[]>;
  /** The total that the pager names. */
  total(): Promise<number>;
  /** Says the time range, and opens the panel in which another is chosen. */
  readonly timeRange: Locator;
  readonly timePanel: Locator;
  /** Chooses a time range by its name. */
  chooseRange(name: string): Promise<void>;
  /** Types a time range. */
  typeRange(text: string): Promise<void>;
}

const WORDS = {
  "zh-CN": {
    grid: "通话记录",
    pills: "已选条件",
    drawer: "通话详情",
    pager: "分页",
    total: /共 ([\d,]+) 条/,
    time: "时间范围",
    typed: "输入时间范围",
  },
  "en-US": {
    grid: "Call records",
    pills: "Active filters",
    drawer: "Call details",
    pager: "Pages",
    total: /\d of ([\d,]+)$/,
    time: "Time range",
    typed: "Type a time range",
  },
} as const;

export function screenOf(page: Page, locale: keyof typeof WORDS = "zh-CN"): Screen {
  const words = WORDS[locale];
  const grid = page.getByRole("grid", { name: words.grid });
  const rows = grid.getByRole("row").filter({ has: page.getByRole("gridcell") });
  const pager = page.getByRole("navigation", { name: words.pager });
  const timeRange = page.locator('[aria-haspopup="dialog"][aria-keyshortcuts="T"]');
  const timePanel = page.getByRole("dialog", { name: words.time });
  return {
    page,
    grid,
    timeRange,
    timePanel,
    async chooseRange(name) {
      await timeRange.click();
      await timePanel.getByRole("button", { name, exact: true }).click();
      await timePanel.waitFor({ state: "hidden" });
    },
    async typeRange(text) {
      await timeRange.click();
      const field = timePanel.getByRole("textbox", { name: words.typed });
      await field.fill(text);
      await field.press("Enter");
    },
    rows,
    pager,
    pills: page.getByRole("group", { name: words.pills }),
    drawer: page.getByRole("dialog", { name: words.drawer }),
    row: (index) => grid.locator(`[role="row"][data-row="${index}"]`),
    cell: (row, column) =>
      grid.locator(`[role="row"][data-row="${row}"] [role="gridcell"][data-column="${column}"]`),
    async settled() {
      await page.locator("[data-pending]").waitFor({ state: "detached" });
      await page.locator('[role="grid"][aria-busy="false"]').waitFor();
      // Drawn after the rows: then their code is asked for, and keys are heard.
      await page.locator("header [role=radiogroup]").first().waitFor({ state: "attached" });
    },
    async column(heading) {
      const head = grid.getByRole("columnheader", { name: heading, exact: true });
      const index = await head.getAttribute("aria-colindex");
      return rows.locator(`[aria-colindex="${index}"]`).allInnerTexts();
    },
    async total() {
      const text = await pager.getByText(words.total).innerText();
      return Number(words.total.exec(text)?.[1]?.replaceAll(",", ""));
    },
  };
}
