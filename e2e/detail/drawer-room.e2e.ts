import { screenOf, type Screen } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

/** What can be pressed and is seen, but has some of it under the drawer. */
function coveredBy(drawer: Screen["drawer"]): Promise<string[]> {
  return drawer.evaluate((element) => {
    const edge = element.getBoundingClientRect().left;
    const pressed = "#root :is(button, select, input, a[href], [role=alert], [role=slider])";
    /** How far to the right it is seen: what scrolls by itself may cut it off. */
    const seenUpTo = (one: Element) => {
      let right = one.getBoundingClientRect().right;
      for (let around = one.parentElement; around !== null; around = around.parentElement)
        if (getComputedStyle(around).overflowX !== "visible")
          right = Math.min(right, around.getBoundingClientRect().right);
      return right;
    };
    return [...document.querySelectorAll<HTMLElement>(pressed)]
      .filter((one) => one.closest("[role=row]") === null && one.checkVisibility())
      .filter((one) => one.offsetWidth > 1 && one.getBoundingClientRect().top >= 0)
      .filter((one) => seenUpTo(one) > edge + 1)
      .map((one) => one.getAttribute("aria-label") ?? one.innerText);
  });
}

for (const width of [1440, 1024, 800])
  test(`nothing that can be pressed lies under the drawer at ${width} px`, async ({ page }) => {
    const screen = screenOf(page);
    await page.setViewportSize({ width, height: 900 });
    // A part of the address that is dropped brings a notice with a button.
    await page.goto("/?range=last7d&disposition=Success&odd=1");
    await screen.settled();
    await page.locator("canvas").waitFor();
    await screen.rows.first().click();
    await expect(screen.drawer).toContainText("通话 ID");
    await expect.poll(() => coveredBy(screen.drawer)).toEqual([]);

    // The last column can be scrolled out from under it.
    await page.locator("#records").evaluate((element) => element.scrollTo({ left: 10_000 }));
    const cell = screen.rows.first().getByRole("gridcell").last();
    const [seen, drawer] = [await cell.boundingBox(), await screen.drawer.boundingBox()];
    expect((seen?.x ?? 0) + (seen?.width ?? 0)).toBeLessThanOrEqual((drawer?.x ?? 0) + 1);
  });
