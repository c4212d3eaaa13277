import type { Page } from "playwright";
import { LOADED_ROW, settled } from "./table-page.ts";

// What the hand-made list is given: the app's own rows as they came on screen, and the app's page
// around them. So both lists show the same texts in the same look, whatever the cells have become.

/** A column as drawn: `isPinned` where it stays while the others scroll sideways. Lengths in px, `left` from the left edge of its row. */
export interface DrawnColumn {
  readonly left: number;
  readonly width: number;
  readonly isPinned: boolean;
  readonly textAlign: string;
  readonly padding: string;
  readonly color: string;
  readonly fontVariantNumeric: string;
}

/** A row as drawn: `cells` is HTML, one for each column; `top` px below the top of the grid. */
export interface DrawnRow {
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly cells: readonly string[];
}

export interface DrawnRows {
  readonly columns: readonly DrawnColumn[];
  readonly rows: readonly DrawnRow[];
}

/** Runs inside the app's page: the rows in the document. */
function readRows(loadedRow: string): DrawnRows {
  const grid = document.querySelector('#records [role="grid"]');
  const rows = [...(grid?.querySelectorAll(loadedRow) ?? [])];
  const gridTop = grid?.getBoundingClientRect().top ?? 0;
  const cellsOf = (row: Element) => [...row.querySelectorAll('[role="gridcell"]')];
  const [first] = rows;
  const left = first?.getBoundingClientRect().left ?? 0;
  return {
    columns: (first === undefined ? [] : cellsOf(first)).map((cell) => {
      const box = cell.getBoundingClientRect();
      const { position } = getComputedStyle(cell.parentElement ?? cell);
      const { textAlign, padding, color, fontVariantNumeric } = getComputedStyle(cell);
      const isPinned = position === "sticky";
      return {
        left: box.left - left,
        width: box.width,
        isPinned,
        textAlign,
        padding,
        color,
        fontVariantNumeric,
      };
    }),
    rows: rows.map((row) => {
      const { top, height } = row.getBoundingClientRect();
      return {
        index: Number(row.getAttribute("data-row")),
        top: top - gridTop,
        height,
        cells: cellsOf(row).map((cell) => cell.innerHTML),
      };
    }),
  };
}

/** Scrolls through the first `count` rows, so that the app has loaded them, and reads them all. */
export async function readDrawnRows(page: Page, count: number): Promise<DrawnRows> {
  const rows = new Map<number, DrawnRow>();
  const { columns } = await page.evaluate(readRows, LOADED_ROW);
  for (let tries = 0; rows.size < count; tries += 1) {
    if (tries > count) throw new Error(`${rows.size} of ${count} rows came on screen`);
    await settled(page);
    for (const row of (await page.evaluate(readRows, LOADED_ROW)).rows)
      if (row.index < count) rows.set(row.index, row);
    await page.locator("#records").evaluate(async (scroller) => {
      scroller.scrollBy(0, scroller.clientHeight / 2);
      // The first frame hears of it, the second shows what came of it.
      for (let frame = 0; frame < 2; frame += 1)
        await new Promise((resolve) => requestAnimationFrame(resolve));
    });
  }
  await page.locator("#records").evaluate((scroller) => scroller.scrollTo(0, 0));
  await settled(page);
  return { columns, rows: [...rows.values()].toSorted((a, b) => a.index - b.index) };
}

/** The app's page as it stands, without any script: HTML of a whole document. */
export async function freezePage(page: Page): Promise<string> {
  return page.evaluate(() => {
    const styles = [...document.styleSheets, ...document.adoptedStyleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .map((rule) => rule.cssText)
      .join("\n");
    const copy = document.documentElement.cloneNode(true);
    if (!(copy instanceof HTMLElement)) throw new Error("a document without an element");
    for (const gone of copy.querySelectorAll("script, style, link, meta, iframe")) gone.remove();
    const style = document.createElement("style");
    style.textContent = styles;
    copy.querySelector("head")?.append(style);
    return `<!doctype html>${copy.outerHTML}`;
  });
}
