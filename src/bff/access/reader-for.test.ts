import { expect, test } from "vitest";
import type { AccessFile } from "./access-file.ts";
import { claimsThatCount } from "./claims.ts";
import { parseAccessFile } from "./read-access-file.ts";
import { readerFor } from "./reader-for.ts";

function accessFile(roles: Readonly<Record<string, object>>, parts: object = {}): AccessFile {
  const file = {
    skillGroupsClaim: "team.groups",
    agentsClaim: "agent",
    roles: Object.entries(roles).map(([name, rights]) => ({
      name,
      claim: "realm_access.roles",
      values: [name],
      rights,
    })),
    ...parts,
  };
  return parseAccessFile(JSON.stringify(file), undefined);
}

const reader = (file: AccessFile, claims: object) =>
  readerFor(file, { subject: "sub", name: undefined, claims: { ...claims } });
const roles = (...names: string[]) => ({ realm_access: { roles: names } });

const FILE = accessFile({
  manager: { instances: ["a"], calls: "all", numbers: "full", export: { all: true } },
  lead: { instances: ["a", "b"], calls: "own-groups", recording: { listen: true } },
  agent: { instances: "all", calls: "own-calls", revealNumbers: true },
  search: { searchByNumber: true },
});

test("who has no value of any role has none", () => {
  for (const claims of [
    {},
    roles(),
    roles("Manager"),
    { roles: ["manager"] },
    { realm_access: "manager" },
  ])
    expect(reader(FILE, claims)).toBeUndefined();
});

test("a claim is a text or a list of texts, by its name or by the way to it", () => {
  const file = accessFile(
    {},
    {
      roles: [
        {
          name: "one",
          claim: "https://id.example.com/roles",
          values: ["x"],
          rights: { instances: "all", calls: "all" },
        },
        { name: "two", claim: "a.b", values: ["y"], rights: { numbers: "full" } },
      ],
    },
  );
  expect(reader(file, { "https://id.example.com/roles": "x" })?.roles).toEqual(["one"]);
  expect(reader(file, { "https://id.example.com/roles": [" x "], a: { b: ["y"] } })?.roles).toEqual(
    ["one", "two"],
  );
  expect(reader(file, { "https://id.example.com/roles": "x", "a.b": "y" })?.roles).toEqual([
    "one",
    "two",
  ]);
  for (const odd of [["xy"], "x y", [["x"]], { x: true }, 7, null, [{ x: "x" }]])
    expect(reader(file, { "https://id.example.com/roles": odd })?.roles ?? []).toEqual([]);
});

test("nothing is found by the ways that every object has", () => {
  for (const claim of ["__proto__.x", "constructor.name", "toString"]) {
    const rights = { instances: "all", calls: "all" };
    const file = accessFile({}, { roles: [{ name: "r", claim, values: ["Object"], rights }] });
    expect(reader(file, {})).toBeUndefined();
  }
});

test("of several roles the widest calls count, in the instances of the roles that give them", () => {
  const all = { team: { groups: ["g"] }, agent: "me" };
  expect(reader(FILE, { ...roles("agent", "manager", "lead"), ...all })?.rights).toMatchObject({
    calls: "all",
    instances: ["a"],
  });
  expect(reader(FILE, { ...roles("lead", "agent"), ...all })?.rights).toMatchObject({
    calls: "own-groups",
    instances: ["a", "b"],
  });
});

test("any other right is had where a role gives it for all of the calls, or for whatever calls there are", () => {
  const claims = { ...roles("manager", "lead", "search"), team: { groups: ["g"] } };
  expect(reader(FILE, claims)?.rights).toMatchObject({
    numbers: "full",
    searchByNumber: true,
    revealNumbers: false,
    // Of the calls of a lead's groups alone.
    recording: { listen: false, download: false },
    export: { page: false, all: true },
  });
});

test("no right is wider than a role that gives it", () => {
  const claims = { team: { groups: ["g"] }, agent: "me" };
  const numbersOf = (given: Readonly<Record<string, object>>) =>
    reader(accessFile(given), { ...roles(...Object.keys(given)), ...claims })?.rights.numbers;
  const masked = { instances: "all", calls: "all" };
  expect(numbersOf({ masked, mine: { ...masked, calls: "own-calls", numbers: "full" } })).toBe(
    "masked",
  );
  expect(numbersOf({ masked, one: { ...masked, instances: ["b"], numbers: "full" } })).toBe(
    "masked",
  );
  expect(numbersOf({ masked, one: { instances: ["b"], numbers: "full" } })).toBe("masked");
  expect(numbersOf({ masked, none: { ...masked, instances: [], numbers: "full" } })).toBe("masked");
  expect(numbersOf({ masked, more: { numbers: "full" } })).toBe("full");
  expect(numbersOf({ masked, same: { ...masked, numbers: "full" } })).toBe("full");
  const some = { a: { ...masked, instances: ["a"] }, ab: { ...masked, instances: ["b", "a"] } };
  expect(numbersOf({ ...some, ab: { ...some.ab, numbers: "full" } })).toBe("full");
});

test("a role that bounds calls is not given to whom nothing bounds, and its rights neither", () => {
  expect(reader(FILE, roles("lead", "agent"))).toBeUndefined();
  expect(reader(FILE, { ...roles("lead", "agent"), agent: "me" })).toMatchObject({
    roles: ["agent"],
    rights: { calls: "own-calls", recording: { listen: false } },
    agents: ["me"],
  });
});

test("a role that opens no calls is none by itself", () => {
  expect(reader(FILE, roles("search"))).toBeUndefined();
});

test("what is kept of the claims gives the same reader, and holds nothing else", () => {
  const claims = {
    ...roles("offline_access", "lead", "other"),
    team: { groups: ["g1", "g2"], secret: "x" },
    email: "a@example.com",
  };
  const kept = claimsThatCount(FILE, claims);
  expect(kept).toEqual({ "realm_access.roles": ["lead"], "team.groups": ["g1", "g2"] });
  expect(reader(FILE, kept)).toEqual(reader(FILE, claims));
});
