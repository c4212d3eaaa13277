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

const FIELDS = ["通话 ID", "号码包含", "页码", "满意度描述"] as const;

for (const [browser, end] of Object.entries(ORDERS))
  test(`the Enter that ends a composition sets nothing: ${browser}`, async ({ page }) => {
    const link = "/?range=last30d";
    await page.goto(link);
    await screenOf(page).settled();
    const method = await InputMethod.of(page);
    for (const name of FIELDS)
      await test.step(name, async () => {
        if (name === "满意度描述") await facetOf(page, name).open();
        const field = page.getByRole("textbox", { name });
        await field.focus();
        await field.fill(name === "页码" ? "2" : "");
        await method.compose("hen hao");
        await end(method);
        await expect(field).toHaveValue(/很好$/);
        expect(new URL(page.url()).search).toBe(link.slice(1));
        // One that is pressed after it is meant.
        if (name === "满意度描述") {
          await page.keyboard.press("Enter");
          await expect(page).toHaveURL(/satDesc=/);
        } else await field.fill("");
      });
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
