import { screenOf } from "../kit/screen.ts";
import { expect, logIn, test } from "../kit/sign-in-fixture.ts";

test("who may not listen sees no player, and nothing is asked for one", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/?range=last7d&disposition=Success");
  await logIn(page, "chen");
  const screen = screenOf(page);
  await screen.settled();
  await screen.cell(0, "startTime").click();
  await expect(screen.drawer.getByText("标识", { exact: true })).toBeVisible();
  await expect(screen.drawer.getByRole("region", { name: "录音", exact: true })).toHaveCount(0);
  expect(asked.filter((path) => path.startsWith("/api/recordings"))).toEqual([]);
});
