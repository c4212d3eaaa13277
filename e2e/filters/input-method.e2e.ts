import type { CDPSession, Page } from "playwright/test";
import { facetOf } from "./facet-panel.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

/** Types a word with an input method: letters are composed, Enter takes them. */
class InputMethod {
  private readonly session: CDPSession;

  private constructor(session: CDPSession) {
    this.session = session;
  }

  static async of(page: Page) {
    return new InputMethod(await page.context().newCDPSession(page));
  }
  async compose(text: string) {
    const end = text.length;
    await this.session.send("Input.imeSetComposition", {
      text,
      selectionStart: end,
      selectionEnd: end,
    });
  }
  async take(text: string) {
    await this.session.send("Input.insertText", { text });
  }
  async key(key: "Enter" | "Escape") {
    const press = { key, code: key, windowsVirtualKeyCode: 229 };
    await this.session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...press });
    await this.session.send("Input.dispatchKeyEvent", { type: "keyUp", ...press });
  }
}

const ORDERS = {
  "most browsers": async (method: InputMethod) => {
    await method.key("Enter");
    await method.take("很好");
  },
  Safari: async (method: InputMethod) => {
    await method.take("很好");
    await method.key("Enter");
  },
} as const;

for (const [browser, end] of Object.entries(ORDERS))
  for (const [name, link] of [
    ["满意度描述", "/?range=last7d"],
    ["通话 ID", "/?range=last7d"],
    ["号码包含", "/?range=last7d"],
    ["页码", "/?range=last30d"],
  ] as const)
    test(`the Enter that ends a composition in ${name} sets nothing: ${browser}`, async ({
      page,
    }) => {
      await page.goto(link);
      const screen = screenOf(page);
      await screen.settled();
      if (name === "满意度描述") await facetOf(page, name).open();
      const field = page.getByRole("textbox", { name });
      await field.focus();
      if (name === "页码") await field.fill("2");
      const method = await InputMethod.of(page);
      await method.compose("hen hao");
      await end(method);
      await expect(field).toHaveValue(/很好$/);
      expect(new URL(page.url()).search).toBe(link.slice(1));
      // One that is pressed after it is meant.
      if (name === "满意度描述") {
        await page.keyboard.press("Enter");
        await expect(page).toHaveURL(/satDesc=/);
      }
    });

test("the Escape that gives up a composition closes nothing", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d");
  await screen.settled();
  await screen.rows.first().click();
  await expect(screen.drawer).toContainText("通话 ID");
  await page.getByRole("textbox", { name: "通话 ID" }).focus();
  const method = await InputMethod.of(page);
  await method.compose("hen");
  await method.key("Escape");
  await method.take("");
  await expect(screen.drawer).toBeVisible();
});
