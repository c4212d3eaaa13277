import { facetOf } from "./facet-panel.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

test("the panel comes back with the sections and the width that it was left with", async ({
  page,
}) => {
  await page.goto("/?range=yesterday");
  await screenOf(page).settled();
  const edge = page.getByRole("separator", { name: "筛选栏宽度" });
  await expect(edge).toHaveAttribute("aria-valuenow", "272");
  await facetOf(page, "通话类型").open();
  await page.locator("summary").getByText("电话号码", { exact: true }).click();
  await edge.focus();
  await page.keyboard.press("ArrowRight");
  await expect(edge).toHaveAttribute("aria-valuenow", "288");
  // By mouse as by keys.
  const box = await edge.boundingBox();
  if (box === null) throw new Error("the edge is not drawn");
  await page.mouse.move(box.x + box.width / 2, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 12, box.y + 120, { steps: 4 });
  await page.mouse.up();
  await expect(edge).toHaveAttribute("aria-valuenow", "300");

  await page.goto("/?range=yesterday");
  await screenOf(page).settled();
  await expect(edge).toHaveAttribute("aria-valuenow", "300");
  await expect(facetOf(page, "通话类型").group).toBeVisible();
  await expect(page.getByRole("textbox", { name: "主叫为" })).toBeHidden();

  // A link that sets a filter shows it all the same.
  await page.goto("/?range=yesterday&caller=057105550100");
  await screenOf(page).settled();
  await expect(page.getByRole("textbox", { name: "主叫为" })).toBeVisible();
  await edge.dblclick();
  await expect(edge).toHaveAttribute("aria-valuenow", "272");
});

test("labels of the panel have their room at its usual width, in English too", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("callscope.language", "en-US"));
  for (const width of [1024, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/?range=last30d");
    await screenOf(page, "en-US").settled();
    const panel = page.getByRole("region", { name: "Filters" });
    await expect(panel.getByText("Abandoned in navigator")).toBeVisible();
    const cut = await panel
      .locator("*")
      .evaluateAll((all) =>
        all
          .filter(
            (one) =>
              one.scrollWidth > one.clientWidth &&
              getComputedStyle(one).textOverflow === "ellipsis",
          )
          .map((one) => one.textContent),
      );
    expect(cut).toEqual([]);
  }
});

test("labels have their room beside changes too, and nothing moves under the pointer", async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem("callscope.language", "en-US"));
  await page.goto("/?range=last7d&compare=week");
  await screenOf(page, "en-US").settled();
  const labels = page.getByRole("region", { name: "Filters" }).locator("li > label");
  const longest = labels.filter({ hasText: "Abandoned while ringing" });
  await expect(longest.locator("xpath=..").getByText(/^[+−]?\d+$/)).toHaveCount(2);
  const cut = await labels.evaluateAll((all) =>
    all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent),
  );
  expect(cut).toEqual([]);
  const next = labels.filter({ hasText: "Abandoned in navigator" });
  const before = await next.boundingBox();
  await longest.hover();
  await expect(longest.locator("xpath=..").getByRole("button", { name: /^Only/ })).toBeVisible();
  expect(await next.boundingBox()).toEqual(before);
});

test("nothing lies over the head of the panel while it is scrolled", async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 500 });
  await page.goto("/?range=yesterday");
  await facetOf(page, "坐席").open();
  const panel = page.getByRole("region", { name: "筛选" });
  const picker = panel.getByRole("combobox", { name: "查找坐席" });
  await expect(picker).toBeVisible();
  const covered = await picker.evaluate((input) => {
    const head = input.closest("section")?.querySelector("header");
    // A placeholder lets the pointer through, and is seen all the same.
    for (const one of input.closest("section")?.querySelectorAll<HTMLElement>("details *") ?? [])
      one.style.pointerEvents = "auto";
    const scroller = input.closest("section")?.parentElement;
    if (head === null || head === undefined || !scroller) return "no head";
    const at = head.getBoundingClientRect();
    const delta = input.getBoundingClientRect().top - at.top - 12;
    scroller.scrollBy(0, delta);
    const field = input.getBoundingClientRect();
    const top = document.elementFromPoint(field.left + 20, field.top + field.height / 2);
    return head.contains(top) ? "head" : (top?.className ?? "nothing");
  });
  expect(covered).toBe("head");
});
