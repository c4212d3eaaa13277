import type { Locator } from "playwright/test";
import { createCallDatabase, type CallDatabase, type WireLine } from "../kit/call-database.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test as base } from "../kit/server-fixture.ts";
import { startServer } from "../kit/start-server.ts";

const NOW = Date.UTC(2025, 5, 30, 12);
/** Too long for any cell, chip or row; what is cut must be its end. */
const HEBREW = "נועה כהן לוי ממחלקת התמיכה הטכנית של המרכז";
const GROUP = "تعليق الدعم الفني لخدمة العملاء في المركز الرئيسي";
const calls: readonly WireLine[] = [
  { AgentIds: "noa@example", AgentNames: HEBREW, SkillGroupIds: "g-rtl", SkillGroupNames: GROUP },
  { AgentIds: "jane@example", AgentNames: "Doe, Jane" },
  { AgentIds: "a@example,noa@example", AgentNames: `Ann,${HEBREW}` },
].map((call, index) => ({
  ContactId: `name-${index}`,
  InstanceId: "ccc-sample",
  ContactType: "Inbound",
  ContactDisposition: "Success",
  CallingNumber: "02055501234",
  CalledNumber: "02055505678",
  StartTime: NOW - index * 1000,
  ...call,
}));

const test = base.extend<object, { calls: CallDatabase }>({
  calls: [
    async ({}, use) => {
      const database = await createCallDatabase({ lines: 50, seed: 5 }, calls);
      await use(database);
      await database.remove();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ calls: { file } }, use) => {
      const server = await startServer({ EMBEDDED_DATABASE: file });
      await use(server);
      expect(await server.stop(), server.output()).toBe(0);
    },
    { scope: "worker" },
  ],
});

const COLUMNS = "startTime,agentNames,skillGroupNames,agentIds";
const ADDRESS = `/?instance=ccc-sample&from=${NOW - 60_000}&to=${NOW}&cols=${COLUMNS}`;

/** Whether the first letter of a text is within what can be seen of it. */
function startIsSeen(text: Locator): Promise<boolean> {
  return text.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const first = walker.nextNode();
    if (first === null) return false;
    const range = document.createRange();
    range.setStart(first, 0);
    range.setEnd(first, 1);
    const letter = range.getBoundingClientRect();
    let box: Element | null = element;
    while (box !== null && getComputedStyle(box).overflowX === "visible") box = box.parentElement;
    const seen = (box ?? element).getBoundingClientRect();
    return letter.width > 0 && letter.left >= seen.left - 1 && letter.right <= seen.right + 1;
  });
}

test("a name from right to left is cut at its end, wherever it stands", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto(`${ADDRESS}&agent=noa%40example`);
  await screen.settled();
  await expect(screen.rows).toHaveCount(2);
  for (const column of ["agentNames", "skillGroupNames"])
    expect(await startIsSeen(screen.cell(0, column).locator("bdi"))).toBe(true);
  // One of a chain, too.
  expect(await startIsSeen(screen.cell(1, "agentNames").locator("bdi").first())).toBe(true);
  expect(await startIsSeen(screen.pills.locator("bdi"))).toBe(true);
  const group = page.getByRole("group", { name: "技能组" });
  if (!(await group.isVisible()))
    await page.locator("summary").filter({ hasText: "技能组" }).click();
  const row = group.getByRole("listitem").filter({ hasText: GROUP }).locator("bdi");
  expect(await startIsSeen(row)).toBe(true);
});

test("one agent whose name has a comma is no transfer", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto(ADDRESS);
  await screen.settled();
  await expect(screen.rows).toHaveCount(3);
  const cell = screen.cell(1, "agentNames");
  await expect(cell).toHaveText("Doe, Jane");
  await expect(cell.locator("[data-index]")).toHaveCount(0);
  await expect(screen.cell(2, "agentNames").locator("[data-index]")).toHaveCount(2);
  await screen.cell(1, "startTime").click();
  await expect(screen.drawer).toContainText("Doe, Jane");
  await expect(screen.drawer).not.toContainText("Doe → Jane");
});
