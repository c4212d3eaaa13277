import type { Screen } from "../kit/screen.ts";
import { expect } from "../kit/server-fixture.ts";

/** The columns at either end, of a reader who never chose. */
export const FIRST_COLUMN = "startTime";
export const LAST_COLUMN = "recordingReady";

/** The grid has one tab stop, wherever the focus is. */
export async function expectOneTabStop({ grid }: Screen): Promise<void> {
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
}

/** The focus is on this cell, in view, and the cell is the grid's one tab stop. */
export async function expectFocus(screen: Screen, row: number, column: string): Promise<void> {
  const cell = screen.cell(row, column);
  await expect(cell).toBeFocused();
  await expect(cell).toBeInViewport();
  await expect(cell).toHaveAttribute("tabindex", "0");
  await expect(screen.row(row)).toHaveAttribute("aria-rowindex", String(row + 2));
  await expectOneTabStop(screen);
}
