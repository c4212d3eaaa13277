import { recordsReplySchema } from "#contract/api/records.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

test("of five items that are pasted into a field three are found, and two are named", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d");
  await screen.settled();
  const reply = await page.request.get("/api/records?range=last7d&type=Inbound");
  const [first, second, third] = recordsReplySchema.parse(await reply.json()).records;
  const number = third?.callingNumber ?? "";
  const list = [first?.contactId, second?.contactId, number, "job-not-there-1", "19900000001"];
  const field = page.getByRole("textbox", { name: "号码包含" });
  await field.evaluate((input, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", text);
    input.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, list.join("\r\n"));
  const dialog = page.getByRole("dialog", { name: "批量查找通话" });
  await expect(dialog.getByRole("status")).toContainText("识别到 5 个，重复 0 个");
  await dialog.getByRole("button", { name: /查\s?找/ }).click();
  const missing = dialog.getByRole("region", { name: "以下 2 个没有找到" });
  await expect(missing.getByRole("listitem")).toHaveText([
    /job-not-there-1.*没有这个通话 ID/,
    /19900000001.*此时间范围内没有通话/,
  ]);
  const found = dialog.getByRole("region", { name: /^3 个找到通话/ });
  await expect(found.getByRole("listitem")).toHaveCount(3);
  expect(page.url()).not.toContain(number);
  await found
    .getByRole("row")
    .getByTitle(first?.contactId ?? "")
    .click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`record=${first?.contactId}`));
});
