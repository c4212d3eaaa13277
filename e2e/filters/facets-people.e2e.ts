import { facetOf } from "./facet-panel.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, OFFLINE_ERRORS, test } from "../kit/server-fixture.ts";

const VIEW = "/?range=last30d";

test("agents are listed by name with their counts, one at a time", async ({ page }) => {
  const agents = facetOf(page, "坐席");
  const screen = screenOf(page);
  await page.goto(VIEW);
  await agents.open();
  await agents.counted();
  const [first, second] = (await agents.rows()).filter(({ count }) => count > 0);
  expect(first?.title).toContain(" · ");
  expect(first?.count).toBeGreaterThanOrEqual(second?.count ?? 0);
  await expect(agents.group).toContainText("只列出最近通话中出现的");

  await agents.box(first?.label ?? "").check();
  await screen.settled();
  expect(await screen.total()).toBe(first?.count);
  await expect(screen.pills).toHaveText(`坐席${first?.label}`);
  await agents.box(second?.label ?? "").check();
  await screen.settled();
  expect(await screen.total()).toBe(second?.count);
  await expect(agents.box(first?.label ?? "")).not.toBeChecked();
  await agents.box(second?.label ?? "").uncheck();
  await expect(page).toHaveURL(VIEW);
});

test("an agent is found by a part of the name, by keyboard, and is offered again later", async ({
  page,
  request,
}) => {
  const agents = facetOf(page, "坐席");
  const screen = screenOf(page);
  const reply = await request.get("/api/records?range=last30d");
  const { records } = (await reply.json()) as {
    records: { agentIds?: string[]; agentNames?: string[] }[];
  };
  const call = records.find(({ agentNames }) => agentNames?.length === 1);
  const [id = "", name = ""] = [call?.agentIds?.[0], call?.agentNames?.[0]];

  await page.goto(VIEW);
  await agents.open();
  const find = page.getByRole("combobox", { name: "查找坐席" });
  await find.fill(name);
  await expect(page.getByTitle(id, { exact: true })).toBeVisible();
  await find.press("Enter");
  await expect(page).toHaveURL(`${VIEW}&agent=${encodeURIComponent(id).replaceAll("%40", "@")}`);
  await expect(screen.pills).toHaveText(`坐席${name}`);
  await expect(agents.box(name)).toBeChecked();
  await expect(find).toHaveValue("");

  // A later visit remembers.
  await page.goto(VIEW);
  await agents.open();
  await find.click();
  await expect(page.getByTitle(id, { exact: true })).toBeVisible();
});

test("who was unticked is not among those chosen lately because of that", async ({ page }) => {
  const agents = facetOf(page, "坐席");
  await page.goto(VIEW);
  await agents.open();
  await agents.counted();
  const [first, second] = await agents.rows();
  await agents.box(first?.label ?? "").check();
  await agents.box(second?.label ?? "").check();
  const id = first?.title.split(" · ").at(-1) ?? "";
  await page.goto(`${VIEW}&agent=${id}`);
  await agents.box(first?.label ?? "").uncheck();
  await expect(page).toHaveURL(VIEW);
  await page.getByRole("combobox", { name: "查找坐席" }).click();
  // Those of the panel have the name in front.
  const offered = page.locator("[title*='@ccc-']:not([title*=' · '])").filter({ visible: true });
  await expect(offered.first()).toHaveAttribute("title", second?.title.split(" · ").at(-1) ?? "");
});

test("what was searched is not searched again", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === "/api/people") asked.push(searchParams.get("q") ?? "");
  });
  await page.goto(VIEW);
  await facetOf(page, "坐席").open();
  const find = page.getByRole("combobox", { name: "查找坐席" });
  await find.fill("agent");
  await expect.poll(() => asked).toEqual(["agent"]);
  // Answered, or it is given up and asked again.
  await expect(page.locator(".ant-select-item-option").first()).toBeVisible();
  await find.fill("agen");
  await expect.poll(() => asked).toEqual(["agent", "agen"]);
  await find.fill("agent");
  await expect(page.locator(".ant-select-item-option").first()).toBeVisible();
  await find.fill("agents");
  await expect.poll(() => asked).toEqual(["agent", "agen", "agents"]);
});

test("an id that nobody has is taken as it stands, and shown as it stands", async ({ page }) => {
  const groups = facetOf(page, "技能组");
  const screen = screenOf(page);
  await page.goto(VIEW);
  await groups.open();
  const find = page.getByRole("combobox", { name: "查找技能组" });
  await find.fill("nobody@ccc-sample");
  await find.press("Enter");
  await expect(page).toHaveURL(`${VIEW}&group=nobody@ccc-sample`);
  await expect(screen.pills).toHaveText("技能组nobody@ccc-sample");
  await groups.counted();
  await expect(groups.box("nobody@ccc-sample")).toBeChecked();
  await expect(groups.box("nobody@ccc-sample")).toHaveAccessibleDescription("0");
});

test("a link that names an agent shows the name, even where the panel is folded away", async ({
  page,
}) => {
  const agents = facetOf(page, "坐席");
  await page.goto(VIEW);
  await agents.open();
  await agents.counted();
  const [first] = await agents.rows();
  const id = first?.title.split(" · ").at(-1) ?? "";
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${VIEW}&agent=${id}`);
  await expect(screenOf(page).pills).toHaveText(`坐席${first?.label}`);
});

test.describe("offline", () => {
  test.use({ expectedErrors: OFFLINE_ERRORS });

  test("a search that fails says so, and Enter takes no name for an id", async ({
    page,
    context,
  }) => {
    const agents = facetOf(page, "坐席");
    await page.goto(VIEW);
    await agents.open();
    await agents.counted();
    // All else is there.
    await expect(page.locator('[data-counts]:not([data-counts="known"])')).toHaveCount(0);
    await expect(page.getByRole("region", { name: "通话量" }).locator("canvas")).toBeVisible();
    const find = page.getByRole("combobox", { name: "查找坐席" });
    await find.click();
    await context.setOffline(true);
    await find.fill("张三");
    await expect(page.getByText(/^查找失败：/)).toBeVisible();
    await find.press("Enter");
    await expect(page).toHaveURL(VIEW);
    await expect(screenOf(page).pills).toBeHidden();
    await context.setOffline(false);
    await find.fill("张三丰");
    await expect(page.getByText("没有匹配的结果").filter({ visible: true })).toBeVisible();
  });
});
