import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

const WAYS = {
  "the middle button": { button: "middle" },
  "Ctrl and a click": { modifiers: ["ControlOrMeta"] },
} as const;

for (const [name, options] of Object.entries(WAYS))
  test(`${name} opens a call in a tab of its own`, async ({ page, context }) => {
    const screen = screenOf(page);
    await page.goto("/?range=last7d&disposition=Success&cols=contactId,startTime");
    await screen.settled();
    const id = await screen.cell(2, "contactId").innerText();
    const address = page.url();
    const opened = context.waitForEvent("page");
    await screen
      .cell(2, "startTime")
      .click({ ...options, modifiers: [...(("modifiers" in options && options.modifiers) || [])] });
    const tab = await opened;
    await expect(screenOf(tab).drawer.getByText(id, { exact: true }).first()).toBeAttached();
    await expect(screenOf(tab).pills).toContainText("正常结束");
    // It knows nothing of this tab, where nothing has changed.
    expect(await tab.evaluate(() => window.opener === null)).toBe(true);
    expect(page.url()).toBe(address);
    await expect(screen.drawer).toBeHidden();
  });

test("Ctrl+Enter opens the call of the focused cell in a tab of its own", async ({
  page,
  context,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d&cols=contactId");
  await screen.settled();
  const id = await screen.cell(1, "contactId").innerText();
  await screen.cell(1, "contactId").focus();
  const opened = context.waitForEvent("page");
  await page.keyboard.press("Control+Enter");
  await expect(
    screenOf(await opened)
      .drawer.getByText(id, { exact: true })
      .first(),
  ).toBeAttached();
  await expect(screen.drawer).toBeHidden();
});
