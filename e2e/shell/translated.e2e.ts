import type { Page } from "playwright/test";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

/**
 * Rebuilds every text of the page as browsers do that translate it, now and whenever one is added: the text is
 * taken out, and another one, within two elements, put in its place.
 */
async function translatePage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const isDone = (text: Node) => text.parentElement?.closest("font, option, script, style");
    const translate = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Node[] = [];
      for (let text: Node | null = walker.currentNode; text !== null; text = walker.nextNode())
        if (text.nodeType === Node.TEXT_NODE && text.nodeValue?.trim() && !isDone(text))
          texts.push(text);
      for (const text of texts) {
        const [outer, inner] = [document.createElement("font"), document.createElement("font")];
        inner.textContent = text.nodeValue;
        outer.append(inner);
        text.parentNode?.replaceChild(outer, text);
      }
    };
    translate(document.body);
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node.isConnected) translate(node);
    }).observe(document.body, { childList: true, subtree: true });
  });
}

/** Texts that stand beside elements: React could not take them away again once they were rebuilt. */
function bareTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
      const parent = text.parentElement;
      if (parent !== null && parent !== document.body && parent.childElementCount > 0)
        found.push(`${parent.tagName} ${parent.className}: ${text.nodeValue ?? ""}`);
    }
    return found;
  });
}

test("the page asks not to be translated: it has both languages itself", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("translate", "no");
  await expect(page.locator('meta[name="google"]')).toHaveAttribute("content", "notranslate");
});

test("no text stands beside elements of which some come and go", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d&type=Inbound&disposition=Bogus");
  await screen.settled();
  expect(await bareTexts(page)).toEqual([]);
  const folded = page.locator("details:not([open]) > summary");
  while ((await folded.count()) > 0) await folded.first().click();
  await screen.cell(2, "startTime").click();
  await expect(screen.drawer).toContainText("呼入");
  await screen.drawer.locator("summary", { hasText: "事件列表" }).click();
  await expect(screen.drawer.getByRole("table")).toBeVisible();
  await screen.cell(2, "parties").click({ button: "right" });
  await expect(page.getByRole("menu")).toBeVisible();
  expect(await bareTexts(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog").locator("kbd").first()).toBeVisible();
  expect(await bareTexts(page)).toEqual([]);
  await page.goto("/?range=last7d&disposition=AbandonedInQueue&sat=1");
  await expect(page.getByText("没有符合条件的通话")).toBeVisible();
  expect(await bareTexts(page)).toEqual([]);
});

test("a page that is translated all the same goes on working", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d");
  await screen.settled();
  await translatePage(page);

  await page.getByRole("button", { name: "刷新", exact: true }).click();
  await screen.settled();
  const all = await screen.total();
  // A row of a facet, and the pills that come and go with it.
  const box = page.getByRole("checkbox", { name: "排队放弃", exact: true });
  await box.check();
  await screen.settled();
  await expect(screen.pills).toContainText("排队放弃");
  await expect.poll(() => screen.total()).toBeLessThan(all);
  await box.uncheck();
  await expect.poll(() => screen.total()).toBe(all);

  // A mark that changes before its text.
  const histogram = page.getByRole("button", { name: "通话量", exact: true });
  for (const expanded of ["false", "true"]) {
    await histogram.click();
    await expect(histogram).toHaveAttribute("aria-expanded", expanded);
  }

  const phone = page.getByRole("textbox", { name: "号码包含" });
  await phone.fill("?? ??");
  await expect(page.getByText("无法识别")).toBeVisible();
  await phone.fill("55");
  await phone.press("Enter");
  await screen.settled();
  await expect(screen.pills).toContainText("55");
  await page.goBack();
  await screen.settled();

  await page.getByRole("button", { name: "下一页" }).click();
  await expect(screen.row(100)).toBeInViewport();
  await expect(screen.pager).toContainText(/第 1\d\d–/);
  await page.getByRole("button", { name: "第一页" }).click();
  await expect(screen.row(0)).toBeInViewport();

  await screen.cell(1, "parties").click({ button: "right" });
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Escape");
  await screen.cell(1, "startTime").click();
  await expect(screen.drawer).toContainText("通话 ID");
  const id = new URL(page.url()).searchParams.get("record") ?? "";
  await expect(screen.drawer).toContainText(id);
  await screen.cell(2, "startTime").click();
  await expect(screen.drawer).not.toContainText(id);

  await page.getByRole("button", { name: "关闭" }).click();
  await expect(screen.drawer).toBeHidden();
  await screen.typeRange("next year");
  await expect(screen.timePanel.getByRole("status")).toContainText("无法识别");
  await page.keyboard.press("Escape");
  await screen.chooseRange("昨天");
  await screen.settled();

  await page.getByText("EN", { exact: true }).click();
  const english = screenOf(page, "en-US");
  await english.settled();
  await expect(page.getByRole("heading", { name: "Callscope" })).toContainText("Call records");
  await expect(english.grid.getByRole("columnheader", { name: "Start time" })).toBeVisible();
  await english.chooseRange("Last 7 days");
  await english.settled();
  expect(await english.total()).toBeGreaterThan(0);
});
