import { readFile } from "node:fs/promises";
import * as z from "zod";
import { jsonBreak } from "#contract/view/json-break.ts";
import { fileTrouble } from "#process/file-trouble.ts";
import { StartError } from "#process/start-error.ts";
import { accessFileSchema, type AccessFile } from "./access-file.ts";

/** What is wrong in an access file, by its place there. */
interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * The access file at `path`.
 *
 * @param instanceIds `CCC_INSTANCE_IDS`: no role gives any other
 * @throws StartError that lists every mistake with its path, and no value
 */
export async function readAccessFile(
  path: string,
  instanceIds: readonly string[] | undefined,
): Promise<AccessFile> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const trouble = fileTrouble("ACCESS_FILE", path, "read", error);
    throw new StartError(`Callscope cannot start. ${trouble}`);
  }
  try {
    return parseAccessFile(text, instanceIds);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    throw new StartError(`${error.message}\nThe file is ${JSON.stringify(path)}.`);
  }
}

/** As {@link readAccessFile}, of its text. */
export function parseAccessFile(
  text: string,
  instanceIds: readonly string[] | undefined,
): AccessFile {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    const { line, column } = jsonBreak(text);
    throw new StartError(
      `Callscope cannot start: ACCESS_FILE is not JSON at line ${line}, column ${column}: mend it there, by docs/access-file.example.json.`,
    );
  }
  const { data, error } = accessFileSchema.safeParse(json, { reportInput: true });
  const faults = [
    ...(error?.issues.flatMap(faultsOf) ?? []),
    ...faultsBetween(loosely.parse(json), instanceIds),
  ];
  if (data !== undefined && faults.length === 0) return data;
  const lines = faults.map(({ path, message }) => `${pathText(path)}: ${message}`);
  throw new StartError(
    `Callscope cannot start. Mend the file that ACCESS_FILE names:\n  ${lines.join("\n  ")}`,
  );
}

/** An issue in our words: those of the library may quote a value. */
function faultsOf(issue: z.core.$ZodIssue): readonly Fault[] {
  const { path } = issue;
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: [...path, key], message: "is not known" }));
    case "invalid_key":
      return [{ path, message: "is not known" }];
    case "invalid_type": {
      const message =
        issue.input === undefined ? "is missing" : `must be of type ${issue.expected}`;
      return [{ path, message }];
    }
    case "invalid_value":
      return [{ path, message: `must be ${issue.values.map(String).join(" or ")}` }];
    case "invalid_union":
      return [{ path, message: "must be all, or a list of ids" }];
    default:
      return [{ path, message: issue.message }];
  }
}

/** What can be held against other parts of the file, whatever else is wrong in it. */
const loosely = z
  .looseObject({
    roles: z
      .array(
        z
          .looseObject({
            rights: z
              .looseObject({ instances: z.array(z.unknown()).optional().catch(undefined) })
              .catch({}),
          })
          .catch({ rights: {} }),
      )
      .catch([]),
  })
  .catch({ roles: [] });

/** What no part of the file shows by itself. */
function faultsBetween(
  file: z.output<typeof loosely>,
  instanceIds: readonly string[] | undefined,
): readonly Fault[] {
  return file.roles.flatMap(({ name, rights }, index) => {
    const place = ["roles", index];
    const faults: Fault[] = [];
    const blame = (path: readonly PropertyKey[], message: string) =>
      faults.push({ path: [...place, ...path], message });
    if (name !== undefined && file.roles.findIndex((role) => role.name === name) < index)
      blame(["name"], "is another role's too");
    const claim = { "own-groups": "skillGroupsClaim", "own-calls": "agentsClaim" }[
      String(rights.calls)
    ];
    if (claim !== undefined && file[claim] === undefined)
      blame(["rights", "calls"], `needs ${claim}, which says whose they are`);
    if (rights.calls !== undefined && !("instances" in rights))
      blame(["rights", "instances"], "is missing beside calls: the role would open none");
    for (const [at, id] of rights.instances?.entries() ?? [])
      if (typeof id === "string" && instanceIds?.includes(id) === false)
        blame(["rights", "instances", at], "is none of CCC_INSTANCE_IDS");
    return faults;
  });
}

/** A key that is no word may be a secret in the wrong place. */
function pathText(path: readonly PropertyKey[]): string {
  const parts = path.map((part) =>
    /^\$?[\w.-]{1,40}$/.test(String(part)) ? String(part) : "(a key)",
  );
  return parts.length === 0 ? "the file" : parts.join(".");
}
