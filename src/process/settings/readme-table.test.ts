import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "#process/project-paths.ts";
import { serverVariables } from "./server-variables.ts";
import { upstreamVariables } from "./upstream-settings.ts";

// The README's table of the environment tells of every variable that a process of ours reads, and of
// no other. A default stands there as a code span; a word or a dash is none.

const VARIABLES = { ...serverVariables.shape, ...upstreamVariables.shape };

function readTable(): Map<string, string | undefined> {
  const readme = readFileSync(`${PROJECT_ROOT}/README.md`, "utf8");
  const [, section = ""] = readme.split("\n## Configuration\n");
  const [table = ""] = section.split("\n## ");
  const rows = table.split("\n").filter((line) => line.startsWith("| `"));
  return new Map(
    rows.flatMap((row) => {
      const [, names = "", defaults = ""] = row.split("|");
      const inOrder = defaults.split(",").map((text) => /^\s*`([^`]+)`\s*$/.exec(text)?.[1]);
      return [...names.matchAll(/`([^`]+)`/g)].map(
        ([, name = ""], index) => [name, inOrder[index]] as const,
      );
    }),
  );
}

test("the README names every variable that is read, with its default, and no other", () => {
  const defaults = Object.entries(VARIABLES).map(([name, schema]) => {
    const value: unknown = schema.parse(undefined);
    return [name, value === undefined ? undefined : String(value)] as const;
  });
  expect(Object.fromEntries(readTable())).toStrictEqual(Object.fromEntries(defaults));
});
