import type { Page } from "playwright/test";
import { recordsReplySchema } from "#contract/api/records.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

const storyOf = (page: Page) => page.getByRole("region", { name: "客户的其他通话" });

/** A caller of the sample who rang more than once within a week, and their latest call. */
async function returningCaller(page: Page): Promise<{ number: string; contactId: string }> {
  const path = "/api/records?range=last7d&type=Inbound&disposition=AbandonedInQueue&size=100";
  const { records } = recordsReplySchema.parse(await (await page.request.get(path)).json());
  for (const { callingNumber = "", contactId = "" } of records) {
    const data = { range: "last7d", phone: callingNumber, size: 10 };
    const all = await page.request.post("/api/records", { data });
    const reply = recordsReplySchema.parse(await all.json());
    if ((reply.total ?? 0) > 1) return { number: callingNumber, contactId };
  }
  throw new Error("nobody rang twice");
}

test("the other calls of the number are asked for by hand, open, and Back leads back", async ({
  page,
}) => {
  const { contactId, number } = await returningCaller(page);
  const asked: string[] = [];
  page.on("request", (request) => {
    // It is looked for by a token.
    expect(request.url()).not.toContain(number);
    if (request.url().includes("/api/records?") && request.url().includes("phone="))
      asked.push(request.url());
  });
  await page.goto(`/?range=last7d&record=${contactId}`);
  const story = storyOf(page);
  await expect(story).toBeVisible();
  expect(asked).toEqual([]);
  await story.getByText("客户的其他通话").click();
  await expect(story).toContainText(/前后 7 天共 (?!1 )\d+ 次通话（含这一次）/);
  expect(asked).toHaveLength(1);
  await expect(story).toContainText(
    /没有接到人工，(.+后(再次来电|回拨)|之后没有再次来电，也没有回拨)/,
  );
  await story.getByText("前后 30 天", { exact: true }).click();
  await expect(story).toContainText(/前后 30 天共 (?!1 )\d+ 次通话/);

  const calls = story.getByRole("listitem").getByRole("button");
  await expect(calls.and(page.locator("[aria-current]"))).toHaveCount(1);
  await calls.and(page.locator(":not([aria-current])")).first().click();
  await expect(page).not.toHaveURL(new RegExp(`record=${contactId}`));
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`record=${contactId}`));
  // As it was left: without another request.
  await expect(calls.first()).toBeVisible();
  expect(asked).toHaveLength(2);
});

test("a call within the house has no customer to tell of", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d&type=Internal");
  await screen.settled();
  await screen.rows.first().click();
  await storyOf(page).getByText("客户的其他通话").click();
  await expect(storyOf(page)).toContainText("内部通话和会议没有客户号码");
});
