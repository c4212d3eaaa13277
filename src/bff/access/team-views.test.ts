import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createLog } from "#bff/watch/log.ts";
import { PROJECT_ROOT } from "#process/project-paths.ts";
import { StartError } from "#process/start-error.ts";
import { openTeamViews, parseTeamViews } from "./team-views.ts";

const file = (...views: readonly object[]) => JSON.stringify({ version: 1, views });
const quiet = createLog({ logLevel: "silent" });

async function createFile(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "callscope-team-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "team.json");
  await writeFile(path, text);
  return path;
}

test("the example is a file that is taken", async () => {
  const text = await readFile(`${PROJECT_ROOT}/docs/team-views.example.json`, "utf8");
  expect(parseTeamViews(text)).toHaveLength(3);
});

test("what no link may say is a mistake, by its place", () => {
  const text = file(
    { name: "a", view: "?range=sometime&nonsense=1" },
    { name: "b", view: "?caller=13800138000" },
    { name: "c", view: "?range=today" },
  );
  expect(() => parseTeamViews(text)).toThrow(StartError);
  expect(() => parseTeamViews(text)).toThrow(/views\.0\.view: range is not understood/);
  expect(() => parseTeamViews(text)).toThrow(/views\.0\.view: nonsense is not understood/);
  expect(() => parseTeamViews(text)).toThrow(/views\.1\.view: holds a number as it is/);
  expect(() => parseTeamViews(text)).not.toThrow(/13800138000/);
});

test("a file that is not there or no JSON is named with its path", async () => {
  await expect(openTeamViews("/nowhere/team.json", quiet)).rejects.toThrow(
    /TEAM_VIEWS_FILE.*ENOENT/,
  );
  const path = await createFile("{");
  await expect(openTeamViews(path, quiet)).rejects.toThrow(path);
});

test("a change of the file is seen, and one that is wrong changes nothing", async () => {
  const path = await createFile(file({ name: "早班", view: "?range=morning" }));
  const team = await openTeamViews(path, quiet);
  const names = async () => (await team.list()).map(({ name }) => name);
  expect(await names()).toEqual(["早班"]);
  await writeFile(
    path,
    file({ name: "晚班", view: "" }, { name: "周报", view: "?range=lastWeek" }),
  );
  expect(await names()).toEqual(["晚班", "周报"]);
  await writeFile(path, "{ half");
  expect(await names()).toEqual(["晚班", "周报"]);
  await writeFile(path, file());
  expect(await names()).toEqual([]);
});
