import { facetOf } from "../filters/facet-panel.ts";
import { screenOf } from "../kit/screen.ts";
import { sealedUrl } from "../kit/sealed-url.ts";
import { expect, test } from "../kit/server-fixture.ts";

test("a pasted link restores the whole view in a fresh browser", async ({
  page,
  freshPage,
  server,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d&type=Inbound&sort=callDuration&page=3");
  await screen.settled();
  await screen.row(201).click();
  await expect(screen.drawer).toBeVisible();
  const link = page.url();
  const rows = await screen.column("开始时间");

  const fresh = screenOf(freshPage);
  await freshPage.goto(link.replace(/^https?:\/\/[^/]+/, server.url));
  await fresh.settled();
  await expect(fresh.drawer).toBeVisible();
  await expect(freshPage.getByRole("checkbox", { name: "呼入" })).toBeChecked();
  await expect(screenOf(freshPage).timeRange).toContainText("近 30 天");
  await expect(freshPage.getByRole("textbox", { name: "页码" })).toHaveValue("3");
  await expect(fresh.grid.getByRole("columnheader", { name: "总时长" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  expect(await fresh.column("开始时间")).toEqual(rows);
});

test("another range right after a refresh is not asked as of before it", async ({ page }) => {
  const screen = screenOf(page);
  // Not "today", which may have no calls yet.
  await page.goto("/?range=last7d");
  await screen.settled();
  const ends: number[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === "/api/records") ends.push(Number(searchParams.get("to")));
  });
  // Of two refreshes in a row one at most is the first of its five seconds.
  for (const range of ["近 30 天", "近 7 天"]) {
    await page.getByRole("button", { name: "刷新", exact: true }).click();
    await screen.chooseRange(range);
    await expect(screen.timeRange).toContainText(range);
    await screen.settled();
  }
  // A refresh that is overtaken need not be asked any more; each range must.
  expect(ends.length).toBeGreaterThanOrEqual(2);
  expect(ends).toEqual(ends.toSorted((a, b) => a - b));
});

test("a link past page 1 knows the total", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d");
  await screen.settled();
  const total = await screen.total();
  await page.goto("/?range=last30d&page=4");
  await screen.settled();
  // Calls of the moments in between may have come to be.
  expect(Math.abs((await screen.total()) - total)).toBeLessThan(5);
});

test("a link to a record opens it whatever page it is on, by one call and then one for its events", async ({
  page,
  request,
}) => {
  const reply = await request.get("/api/records?range=last30d&page=20&sort=startTime");
  const { records } = (await reply.json()) as { records: { contactId: string }[] };
  const contactId = records[42]?.contactId ?? "";
  const asked: string[] = [];
  page.on("request", (sent) => {
    if (sent.url().includes("/api/records/")) asked.push(sent.url());
  });
  await page.goto(`/?record=${contactId}`);
  await expect(screenOf(page).drawer).toContainText(contactId);
  await expect(screenOf(page).drawer).toContainText("按云服务的事件绘制");
  expect(asked.map((url) => new URL(url).pathname)).toEqual([
    `/api/records/${contactId}`,
    `/api/records/${contactId}/events`,
  ]);
});

test("what a link says wrongly is dropped and named, the rest works", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d&disposition=Success,Bogus&page=two&colour=red");
  await screen.settled();
  const notice = page.getByRole("status").filter({ hasText: "已忽略" });
  await expect(notice).toContainText("disposition=Bogus");
  await expect(notice).toContainText("page=two");
  await expect(notice).toContainText("colour");
  expect(new Set(await screen.column("挂断原因"))).toEqual(new Set(["正常结束"]));
  await notice.getByRole("button", { name: "清除" }).click();
  await expect(page).toHaveURL(/\?range=last7d&disposition=Success$/);
  await expect(notice).toBeHidden();
});

test("of what is dropped it is said what is taken", async ({ page }) => {
  await page.goto("/?page=two&sort=name&range=fortnight&sat=~010&from=x");
  const notice = page.getByRole("status").filter({ hasText: "已忽略" });
  await expect(notice).toContainText("page=two (须为 1 至 1000000 的整数)");
  await expect(notice).toContainText(/sort=name \(须为 startTime, .* 之一，降序在前面加 -\)/);
  await expect(notice).toContainText(/range=fortnight \(须为 last15m, .* 之一\)/);
  await expect(notice).toContainText("sat=~010 (须为不带前导零的整数)");
  await expect(notice).toContainText("from=x (须为 1970 年起的毫秒数，不晚于 2099 年)");
  await page.evaluate(() => localStorage.setItem("callscope.language", "en-US"));
  await page.reload();
  const said = page.getByRole("status").filter({ hasText: "were ignored" });
  await expect(said).toContainText("page=two (takes a whole number from 1 to 1000000)");
  await expect(said).toContainText(/sort=name \(takes one of startTime, .*, after a - for desc/);
  await expect(said).toContainText("sat=~010 (takes a whole number without leading zeros)");
});

test("every control follows Back and Forward", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d");
  await screen.settled();
  const phone = page.getByRole("textbox", { name: "号码包含" });
  await phone.fill("55");
  await phone.press("Enter");
  await expect(page).toHaveURL(sealedUrl("/?instance=ccc-sample&range=last30d&phone=…"));
  await facetOf(page, "通话类型").open();
  await page.getByRole("checkbox", { name: "呼出", exact: true }).check();
  await screenOf(page).chooseRange("昨天");
  await expect(page).toHaveURL(/range=yesterday/);

  await page.goBack();
  await expect(screenOf(page).timeRange).toContainText("近 30 天");
  await page.goBack();
  await expect(page.getByRole("checkbox", { name: "呼出", exact: true })).not.toBeChecked();
  await expect(phone).toHaveValue("55");
  await page.goBack();
  await expect(phone).toHaveValue("");
  await page.goForward();
  await page.goForward();
  await expect(phone).toHaveValue("55");
  await expect(page.getByRole("checkbox", { name: "呼出", exact: true })).toBeChecked();
});

test("a contact id greys out the other filters, says why, and brings them back", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d&disposition=NoAnswer");
  await screen.settled();
  await screen.rows.first().click();
  const id = new URL(page.url()).searchParams.get("record") ?? "";
  await page.getByRole("button", { name: "关闭" }).click();
  await expect(screen.drawer).toBeHidden();

  const contact = page.getByRole("textbox", { name: "通话 ID" });
  await contact.fill(id);
  await contact.press("Enter");
  await screen.settled();
  await expect(screen.rows).toHaveCount(1);
  await expect(page.getByText("其他条件不起作用")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "客户未接" })).toBeDisabled();

  await contact.fill("");
  await contact.press("Enter");
  await expect(page.getByRole("checkbox", { name: "客户未接" })).toBeEnabled();
  await expect(page.getByRole("checkbox", { name: "客户未接" })).toBeChecked();
});

test("a number is typed as people have it, and what a cell filters by is left as it stands", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d");
  await screen.settled();
  const called = page.getByRole("textbox", { name: "被叫为" });
  const part = page.getByRole("textbox", { name: "号码包含" });
  await called.fill("\u202d＋86（21）5550–0100\u202c。");
  await called.press("Enter");
  await expect(page).toHaveURL(sealedUrl("/?instance=ccc-sample&range=last30d&called=…"));
  await expect(called).toHaveValue("02155500100");
  await called.fill("");
  await called.press("Enter");
  await part.fill("tel:+86-138-0000-0000");
  await part.press("Enter");
  await expect(page).toHaveURL(sealedUrl("/?instance=ccc-sample&range=last30d&phone=…"));
  await expect(part).toHaveValue("13800000000");
  await part.fill("13800000000，13900000000");
  await expect(page.getByRole("alert").getByText("无法识别：请检查格式")).toBeVisible();
  await expect(page).toHaveURL(sealedUrl("/?instance=ccc-sample&range=last30d&phone=…"));

  // As a cell or a link has it: to pass through the field is not to type.
  await page.goto("/?range=last30d&called=%2B8613800000000");
  await expect(called).toHaveValue("+8613800000000");
  const stored = page.url();
  await called.focus();
  await called.press("Enter");
  await part.focus();
  await expect(page).toHaveURL(stored);
});

test("a plus that a link has not escaped is said to be lost", async ({ page }) => {
  await page.goto("/?range=last30d&caller=+8613800000000");
  await screenOf(page).settled();
  await expect(page.getByText("+ 须写成 %2B")).toBeVisible();
});

test("times are those of the configured zone, whatever the browser's", async ({
  page,
  request,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=yesterday&sort=startTime");
  await screen.settled();
  await expect(screen.timeRange).toHaveAttribute("title", /Asia\/Shanghai UTC\+08:00/);
  const reply = await request.get("/api/records?range=yesterday&sort=startTime");
  const { records } = (await reply.json()) as { records: { startTime: number }[] };
  const shanghai = new Date((records[0]?.startTime ?? 0) + 8 * 3_600_000).toISOString();
  expect((await screen.column("开始时间"))[0]).toBe(shanghai.slice(5, 19).replace("T", " "));
});

test("a range that is typed is of the configured zone and kept in the address", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=yesterday");
  await screen.settled();
  const day = ((await screen.column("开始时间"))[0] ?? "").slice(0, 5);
  await screen.typeRange(`${day} 9:00 - 11:59`);
  await expect(page).toHaveURL(/\?from=\d+&to=\d+$/);
  await screen.settled();
  const params = new URL(page.url()).searchParams;
  const from = Number(params.get("from"));
  expect(new Date(from + 8 * 3_600_000).toISOString().slice(11, 23)).toBe("09:00:00.000");
  expect(Number(params.get("to"))).toBe(from + 3 * 3_600_000 - 1);
  for (const time of await screen.column("开始时间"))
    expect(time.slice(6, 8)).toMatch(/^(09|10|11)$/);
});

test("a link can be copied with its range fixed", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/?range=yesterday&disposition=Success");
  await screenOf(page).settled();
  await page.getByRole("button", { name: "复制链接" }).click();
  await expect(page.getByText("链接已复制")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\?v=2&asof=\d+&n=\d+&instance=[^&]+&from=\d+&to=\d+&disposition=Success$/);
});

test("an empty result says why and offers the way out", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d&agent=nobody@nowhere");
  await expect(page.getByText("没有符合条件的通话")).toBeVisible();
  await expect(screen.pager).toContainText("共 0 条");
  await page.getByRole("button", { name: "清除筛选条件" }).click();
  await screen.settled();
  expect(await screen.total()).toBeGreaterThan(0);
});

test("a page past the end is the end", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d&page=5000");
  await screen.settled();
  await expect(screen.row((await screen.total()) - 1)).toBeInViewport();
  await expect(page).toHaveURL(/page=\d{1,2}$/);
});

test("language and theme are kept for the next visit", async ({ page }) => {
  await page.goto("/");
  await page.getByText("EN", { exact: true }).click();
  await page.getByTitle("Dark").click();
  await page.reload();
  await expect(page).toHaveTitle(/Call records · Callscope$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en-US");
  await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");
});
