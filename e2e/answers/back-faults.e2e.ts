import { DAY_MS } from "#contract/time/durations.ts";
import { TEST_INSTANT } from "../clock/test-instant.ts";
import { expect, test } from "../kit/proxy-fixture.ts";

test.use({ expectedErrors: /Failed to load resource/ });

test("a list that cannot be made is no empty list, and comes by another try", async ({
  page,
  way,
}) => {
  way.setFault("failed", ({ ContactDispositionList = "" }) =>
    /AbandonedInQueue.*Voicemail/.test(ContactDispositionList),
  );
  await page.goto(`/?from=${TEST_INSTANT - 30 * DAY_MS}&to=${TEST_INSTANT - DAY_MS}&show=back`);
  const answer = page.getByRole("region", { name: "待回呼" });
  const alert = answer.getByRole("alert");
  await expect(alert).toContainText("待回呼名单未能取得");
  await expect(alert).toContainText("云服务出错");
  await expect(alert).toContainText("请求 ID");
  await expect(answer.getByRole("table")).toHaveCount(0);
  way.setFault("none");
  await alert.getByRole("button", { name: "重试" }).click();
  await expect(answer.getByRole("rowheader").first()).toBeVisible();
  await expect(answer.getByRole("status").first()).toContainText(/\d 位待回呼/);
});
