import { readFile, stat } from "node:fs/promises";
import type { FastifyBaseLogger } from "fastify";
import { clearNumbers } from "#contract/filter/sealed-number.ts";
import { readViewsFile, type SavedView } from "#contract/view/saved-views.ts";
import { readView } from "#contract/view/view-codec.ts";
import { fileTrouble } from "#process/file-trouble.ts";
import { StartError } from "#process/start-error.ts";

/** The views of `TEAM_VIEWS_FILE`. */
export interface TeamViews {
  /** As the file has them by now. While it has a mistake they are those of before, and the log says which. */
  list(): Promise<readonly SavedView[]>;
}

/**
 * Reads the file, and again whenever it has changed.
 *
 * @throws StartError that lists every mistake with its place, and no value
 */
export async function openTeamViews(path: string, log: FastifyBaseLogger): Promise<TeamViews> {
  let views = await readTeamViews(path);
  let mark = await markOf(path);
  return {
    async list() {
      const latest = await markOf(path);
      if (latest === mark) return views;
      // A file that is wrong is told of once.
      mark = latest;
      try {
        views = await readTeamViews(path);
      } catch (err) {
        log.error({ err }, "team views not read again");
      }
      return views;
    },
  };
}

/** Another text where another file, or another writing of it, stands at the path. */
async function markOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeMs } = await stat(path);
    return [ino, size, mtimeMs].join(" ");
  } catch {
    return "none";
  }
}

async function readTeamViews(path: string): Promise<readonly SavedView[]> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw new StartError(
      `Callscope cannot start. ${fileTrouble("TEAM_VIEWS_FILE", path, "read", error)}`,
    );
  }
  try {
    return parseTeamViews(text);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    throw new StartError(`${error.message}\nThe file is ${JSON.stringify(path)}.`);
  }
}

/** As {@link openTeamViews}, of the file's text. */
export function parseTeamViews(text: string): readonly SavedView[] {
  const read = readViewsFile(text);
  const faults = read.faults ?? read.views.flatMap(faultsOf);
  if (read.faults === undefined && faults.length === 0) return read.views;
  const lines = faults.map(({ place, message }) =>
    message === undefined ? `is not JSON at ${place}` : `${place}: ${message}`,
  );
  throw new StartError(
    `Callscope cannot start. Mend the file that TEAM_VIEWS_FILE names, by docs/team-views.example.json:\n  ${lines.join("\n  ")}`,
  );
}

/** What a page would say of a link that it drops something of. */
function faultsOf({ view }: SavedView, index: number) {
  const place = `views.${index}.view`;
  const { view: parsed, problems } = readView(new URLSearchParams(view));
  const names = [
    ...new Set(problems.map(({ name }) => (/^\w{1,20}$/.test(name) ? name : "a name"))),
  ];
  return [
    ...names.map((name) => ({ place, message: `${name} is not understood` })),
    ...(clearNumbers(parsed.criteria).length > 0
      ? [
          {
            place,
            message: "holds a number as it is: take the address of the page, where it is sealed",
          },
        ]
      : []),
  ];
}
