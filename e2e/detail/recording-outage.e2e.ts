import { expect, test } from "../kit/proxy-fixture.ts";
import { screenOf } from "../kit/screen.ts";

test.use({
  // Many of the latest calls, whose recordings are not there yet.
  upstreamEnv: { SAMPLE_RECORDS: "100000", SAMPLE_DAYS: "2" },
  expectedErrors: /Failed to load resource/,
});

interface Call {
  readonly contactId: string;
  readonly recordingReady?: boolean;
  readonly establishedTime?: number;
}

test("what was read of a call stays while it is read again in vain, and is looked for on", async ({
  page,
  way,
}) => {
  const { drawer } = screenOf(page);
  await page.goto("/");
  const reply = await page.request.get("/api/records?range=last7d&disposition=Success");
  const calls: readonly Call[] = (await reply.json()).records;
  const coming = calls.find((call) => call.recordingReady === false && call.establishedTime);
  await page.goto(`/?range=last7d&record=${coming?.contactId}`);
  const again = drawer.getByRole("button", { name: "现在再看" });
  await expect(again).toBeVisible();
  way.setFault("failed");
  await again.click();
  await expect(drawer.getByRole("alert")).toContainText("可能不是最新", { timeout: 15_000 });
  await expect(again).toBeVisible();
  way.setFault("none");
  await again.click();
  await expect(drawer.getByRole("alert")).toBeHidden();
});
