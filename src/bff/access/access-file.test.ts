import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { PROJECT_ROOT } from "#process/project-paths.ts";
import { StartError } from "#process/start-error.ts";
import { accessFileSchema } from "./access-file.ts";
import { parseAccessFile, readAccessFile } from "./read-access-file.ts";

const docs = (name: string) => readFileSync(`${PROJECT_ROOT}/docs/${name}`, "utf8");

function refusal(file: unknown, instanceIds?: readonly string[]): string {
  try {
    parseAccessFile(typeof file === "string" ? file : JSON.stringify(file), instanceIds);
  } catch (error) {
    if (error instanceof StartError) return error.message;
    throw error;
  }
  throw new Error("the file was accepted");
}

/** Each mistake, as `path: what`. */
const mistakes = (...args: Parameters<typeof refusal>) =>
  refusal(...args)
    .split("\n  ")
    .slice(1);

const ROLE = { name: "lead", claim: "roles", values: ["lead"], rights: {} };

test("the published schema is the one that a file is read by", () => {
  const schema = z.toJSONSchema(accessFileSchema, { io: "input" });
  expect(JSON.parse(docs("access-file.schema.json"))).toStrictEqual(schema);
});

test("the example is a file that is taken", () => {
  const { roles } = parseAccessFile(docs("access-file.example.json"), undefined);
  expect(roles.map(({ name }) => name)).toEqual(["manager", "team-lead", "agent", "number-search"]);
});

test("a right that is not named is not given", () => {
  const [role] = parseAccessFile(JSON.stringify({ roles: [ROLE] }), undefined).roles;
  expect(role?.rights).toEqual({
    instances: [],
    numbers: "masked",
    searchByNumber: false,
    revealNumbers: false,
    recording: { listen: false, download: false },
    export: { page: false, all: false },
  });
});

test("every mistake is named with its path, at once", () => {
  const file = {
    whoToAsk: {},
    whomToAsk: { "fr-FR": "x" },
    roles: [
      {
        ...ROLE,
        rights: {
          instances: ["ccc-one", "ccc-two"],
          calls: "own-groups",
          numbers: "Full",
          revealNumber: true,
          recording: { listen: "yes" },
        },
      },
      { ...ROLE, values: [], rights: { calls: "own-calls" } },
      { name: "no claim", values: [7], rights: { instances: "some", export: [] } },
      "role",
    ],
  };
  expect(mistakes(file, ["ccc-one"]).toSorted()).toEqual(
    [
      "whoToAsk: is not known",
      "whomToAsk.fr-FR: is not known",
      "roles.0.rights.instances.1: is none of CCC_INSTANCE_IDS",
      "roles.0.rights.calls: needs skillGroupsClaim, which says whose they are",
      "roles.0.rights.numbers: must be full or masked",
      "roles.0.rights.revealNumber: is not known",
      "roles.0.rights.recording.listen: must be of type boolean",
      "roles.1.name: is another role's too",
      "roles.1.values: must have at least one value",
      "roles.1.rights.calls: needs agentsClaim, which says whose they are",
      "roles.1.rights.instances: is missing beside calls: the role would open none",
      "roles.2.claim: is missing",
      "roles.2.values.0: must be of type string",
      "roles.2.rights.instances: must be all, or a list of ids",
      "roles.2.rights.export: must be of type object",
      "roles.3: must be of type object",
    ].toSorted(),
  );
});

test.each([
  [null, "the file: must be of type object"],
  [[], "the file: must be of type object"],
  [{}, "roles: is missing"],
  [{ roles: [] }, "roles: must have at least one role"],
  [{ roles: [{ ...ROLE, rights: undefined }] }, "roles.0.rights: is missing"],
  [{ roles: [{ ...ROLE, claim: "" }] }, "roles.0.claim: must not be empty"],
])("%j is refused: %s", (file, mistake) => {
  expect(mistakes(file)).toEqual([mistake]);
});

test("no value is repeated in a refusal, nor a key that is no word", () => {
  const secret = "sk-a-secret-nobody-may-see";
  const long = "s3cret".repeat(20);
  const file = { roles: [{ name: 1, claim: [secret], values: secret, rights: { calls: secret } }] };
  for (const text of [JSON.stringify(file), `{"roles": ${secret}`, JSON.stringify({ [long]: 1 })]) {
    expect(refusal(text)).not.toContain(secret);
    expect(refusal(text)).not.toContain(long);
  }
});

test("a file that cannot be read, or is no JSON, is told as such", async () => {
  await expect(readAccessFile("/nowhere/access.json", undefined)).rejects.toThrow(
    'ACCESS_FILE: "/nowhere/access.json" cannot be read (ENOENT): there is no such file',
  );
  await expect(readAccessFile(PROJECT_ROOT, undefined)).rejects.toThrow(
    "(EISDIR): that is a folder",
  );
  const path = `${PROJECT_ROOT}/README.md`;
  await expect(readAccessFile(path, undefined)).rejects.toThrow(`ACCESS_FILE is not JSON`);
  await expect(readAccessFile(path, undefined)).rejects.toThrow(
    `The file is ${JSON.stringify(path)}.`,
  );
});

test.each([
  ['{\n  "roles": [] "x"\n}', "line 2, column 15"],
  ['{\n  "roles": [\n', "line 3, column 1"],
  ['{\n  "roles": [] }\n]', "line 3, column 1"],
])("where the JSON of %j breaks is told", (text, place) => {
  expect(refusal(text)).toContain(`ACCESS_FILE is not JSON at ${place}`);
});

test("a mark of byte order in front of it does no harm", () => {
  expect(
    parseAccessFile(`\uFEFF${JSON.stringify({ roles: [ROLE] })}`, undefined).roles,
  ).toHaveLength(1);
});
