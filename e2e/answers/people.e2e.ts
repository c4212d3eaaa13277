import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { DAY_MS } from "#contract/time/durations.ts";
import { expect, test } from "./people-calls.ts";
import { TEST_INSTANT } from "../clock/test-instant.ts";
import { screenOf } from "../kit/screen.ts";
import { numberOf } from "../overview/overview-calls.ts";

const LANGUAGES = [
  {
    locale: "zh-CN",
    language: "中文",
    people: "坐席与技能组",
    groups: "技能组",
    yesterday: "昨天",
    level: "服务水平 20 秒内",
    levelCell: "服务水平",
  },
  {
    locale: "en-US",
    language: "EN",
    people: "Agents and groups",
    groups: "Skill groups",
    yesterday: "Yesterday",
    level: "Service level in 20 s",
    levelCell: "Service level",
  },
] as const;

const ZONE_MS = 8 * 3_600_000;
const TODAY = Math.floor((TEST_INSTANT + ZONE_MS) / DAY_MS) * DAY_MS - ZONE_MS;
const YESTERDAY = `StartTime >= ${TODAY - DAY_MS} AND StartTime < ${TODAY}`;
const OFFERED = `ContactType = 'Inbound' AND ContactDisposition::VARCHAR IN ('Success',
  'AbandonedInQueue', 'AbandonedInRing', 'QueuingTimeout', 'QueuingOverflow', 'QueuingFailed')`;
const IN_TIME = "ContactType = 'Inbound' AND ContactDisposition = 'Success' AND QueueTime <= 20";

for (const words of LANGUAGES)
  test(`service level yesterday by group, from the start page, in ${words.locale}`, async ({
    page,
    calls,
  }) => {
    const screen = screenOf(page, words.locale);
    await page.goto("/");
    await page.getByRole("radiogroup").getByText(words.language, { exact: true }).click();
    await page.getByRole("link", { name: words.people, exact: true }).click();
    const answer = page.getByRole("region", { name: words.people });
    await answer.getByText(words.groups, { exact: true }).click();
    await screen.chooseRange(words.yesterday);
    await expect(page).toHaveURL(/range=yesterday.*show=people&per=group$/);

    // The first line of a group, and what it says of its own calls.
    const line = answer
      .getByRole("row")
      .filter({ has: page.getByRole("checkbox") })
      .first();
    let name = "";
    let inTime = 0;
    // Until the line is of yesterday it is of the range before.
    await expect(async () => {
      name = await line.getByRole("rowheader").innerText();
      const id = await line.getByRole("rowheader").getAttribute("title");
      const ofGroup = `${YESTERDAY} AND SkillGroupIds LIKE '%${id}%'`;
      const offered = await numberOf(calls, "COUNT(*)", `${ofGroup} AND ${OFFERED}`);
      inTime = await numberOf(calls, "COUNT(*)", `${ofGroup} AND ${IN_TIME}`);
      expect(inTime).toBeGreaterThan(0);
      const figure = line.getByRole("button", { name: `${name} ${words.levelCell} ` });
      await expect(figure).toHaveAccessibleName(
        `${name} ${words.levelCell} ${((100 * inTime) / offered).toFixed(1)}% ${inTime} / ${offered}`,
        { timeout: 1_000 },
      );
    }).toPass({ timeout: 20_000 });

    // The column sorts, in the link, and the figure leads to its calls and back.
    await answer.getByRole("button", { name: words.level, exact: true }).click();
    await expect(page).toHaveURL(/order=-level$/);
    await answer
      .getByRole("row", { name })
      .getByRole("button", { name: `${name} ${words.levelCell} ` })
      .click();
    await screen.settled();
    await expect(page).not.toHaveURL(/show=/);
    expect(await screen.total()).toBe(inTime);
    await page.goBack();
    await expect(answer.getByRole("columnheader", { name: words.level })).toHaveAttribute(
      "aria-sort",
      "descending",
    );
  });

test("several agents count each call once, all others are the rest, and a file has what is shown", async ({
  page,
  calls,
}) => {
  await page.goto("/?range=yesterday&show=people");
  const answer = page.getByRole("region", { name: "坐席与技能组" });
  const boxes = answer.getByRole("checkbox");
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  const idOf = (at: number) =>
    answer
      .getByRole("row")
      .filter({ has: page.getByRole("checkbox") })
      .nth(at)
      .getByRole("rowheader")
      .getAttribute("title");
  const [one, two] = [await idOf(0), await idOf(1)];
  const all = await numberOf(calls, "COUNT(*)", YESTERDAY);
  const some = await numberOf(
    calls,
    "COUNT(*)",
    `${YESTERDAY} AND (AgentIds LIKE '%${one}%' OR AgentIds LIKE '%${two}%')`,
  );
  await expect(answer.getByRole("button", { name: `所选 2 行合计 通话 ${some}` })).toBeVisible();
  await expect(answer.getByRole("button", { name: `除所选以外 通话 ${all - some}` })).toBeVisible();

  const saving = page.waitForEvent("download");
  await answer.getByRole("button", { name: "导出 CSV" }).click();
  const text = await readFile(await (await saving).path(), "utf8");
  const rows: string[][] = parse(text, { bom: true, relax_column_count: true });
  expect(rows[0]?.slice(0, 3)).toEqual(["坐席", "ID", "通话"]);
  expect(rows[1]?.slice(0, 3)).toEqual(["全部通话", "", String(all)]);
  expect(rows.some(([, id]) => id === one)).toBe(true);
});
