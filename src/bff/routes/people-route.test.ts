import { afterAll, beforeAll, expect, test } from "vitest";
import { parseAccessFile } from "#bff/access/read-access-file.ts";
import { TEST_CREDENTIALS, type TestBff } from "#bff/bff.kit.ts";
import { startSampleBff, type SampleBff } from "#bff/sample-bff.kit.ts";
import { openScriptedBff } from "#bff/scripted-bff.kit.ts";
import { hang, ok, refusal, type Answer } from "#bff/upstream/scripted-upstream.kit.ts";
import { peoplePath, peopleReplySchema, type PeopleRequest } from "#contract/api/people.ts";

let server: SampleBff;
beforeAll(async () => {
  server = await startSampleBff({ sampleRecords: 2_000, sampleSeed: "people" });
});
afterAll(() => server.close());

const AGENTS: PeopleRequest = { instance: "ccc-sample", kind: "agent", q: "" };
const GROUPS: PeopleRequest = { instance: "ccc-sample", kind: "skill-group", q: "" };

const people = (request: PeopleRequest, bff: TestBff = server) =>
  bff.get(peoplePath(request), peopleReplySchema);

const scripted = (...script: Answer[]) =>
  openScriptedBff(script, { CCC_INSTANCE_IDS: "ccc-sample,ccc-other" });

const asked = (url = "") => Object.fromEntries(new URL(url, "http://upstream").searchParams);

test("agents come with the id that a filter takes and the name that people read", async () => {
  const { people: found, more } = await people(AGENTS);
  expect(found).toHaveLength(50);
  expect(more).toBe(true);
  for (const { id, name } of found) {
    expect(id).toMatch(/^\w+@ccc-sample$/);
    expect(name).toMatch(/^\p{Script=Han}{2,3}$/u);
  }
});

test("a search narrows them, by name and by id, until no others are left", async () => {
  const [first = { id: "", name: "" }] = (await people(AGENTS)).people;
  const byName = await people({ ...AGENTS, q: first.name });
  expect(byName.people).toContainEqual(first);
  expect(byName.more).toBe(false);
  expect((await people({ ...AGENTS, q: first.id })).people).toEqual([first]);
  expect(await people({ ...AGENTS, q: "nobody of this name" })).toEqual({
    people: [],
    more: false,
    spent: { calls: 1, throttled: 0 },
  });
});

test("skill groups are asked of their own operation", async () => {
  const { people: groups, more } = await people(GROUPS);
  expect(groups.length).toBeGreaterThan(3);
  expect(more).toBe(false);
  const [first = { id: "", name: "" }] = groups;
  expect((await people({ ...GROUPS, q: first.name })).people).toContainEqual(first);
});

test("who an agent is depends on the instance, which is the first unless it is named", async () => {
  const other = await people({ ...AGENTS, instance: "ccc-sample-2" });
  expect(other.more).toBe(false);
  expect(other.people.every(({ id }) => id.endsWith("@ccc-sample-2"))).toBe(true);
  expect(await people({ kind: "agent", q: "" })).toEqual(await people(AGENTS));
});

test("what is typed is asked as it is typed", async () => {
  for (const q of ["%", "_", "'", "a&kind=agent", "陈", "\u{1F600}"])
    expect((await people({ ...AGENTS, q })).people.length).toBeLessThan(50);
});

test.each([
  ["", "kind"],
  ["kind=", "kind"],
  ["kind=caller", "kind"],
  ["kind=agent&kind=skill-group", "kind"],
  [`kind=agent&q=${"x".repeat(65)}`, "q"],
  ["kind=agent&q=a%07", "q"],
  ["kind=agent&q=a&q=b", "q"],
  ["kind=agent&q=%ff", "q"],
  ["kind=agent&instance=%07", "instance"],
  ["kind=agent&page=2", "page"],
  ["kind=agent&Q=a", "Q"],
])("%j is refused, and %s is named", async (search, field) => {
  expect(await server.problem(`/api/people?${search}`)).toMatchObject({
    status: 400,
    code: "invalid_parameter",
    field,
  });
});

test("an instance that may not be read has no people, and the upstream is not asked", async () => {
  const bff = await scripted(ok({ TotalCount: 0 }));
  expect(await bff.problem("/api/people?kind=agent&instance=ccc-secret")).toMatchObject({
    status: 403,
    code: "instance_forbidden",
    field: "instance",
  });
  expect(bff.upstream.requests).toHaveLength(0);
});

test("an instance that does not exist is not an empty list", async () => {
  expect(await server.problem("/api/people?kind=agent&instance=ccc-nowhere")).toMatchObject({
    status: 404,
    code: "upstream_instance_not_found",
  });
});

test("names that are missing or odd give way to the next, and who has no id is left out", async () => {
  const List = [
    { UserId: "a@ccc", DisplayName: "安娜", LoginName: "a" },
    { UserId: "b@ccc", DisplayName: " ", LoginName: "b" },
    { UserId: "c@ccc", DisplayName: null, LoginName: {} },
    { UserId: 7, DisplayName: 8, Extra: true },
    { UserId: "a@ccc", DisplayName: "安娜 again" },
    { DisplayName: "nobody" },
    { UserId: "", DisplayName: "nobody" },
    { UserId: "x".repeat(129), DisplayName: "nobody that a filter could take" },
    null,
    "nobody",
    [],
  ];
  const bff = await scripted(ok({ TotalCount: "11", List }));
  expect(await people(AGENTS, bff)).toEqual({
    people: [
      { id: "a@ccc", name: "安娜" },
      { id: "b@ccc", name: "b" },
      { id: "c@ccc", name: "c@ccc" },
      { id: "7", name: "8" },
    ],
    more: false,
    spent: { calls: 1, throttled: 0 },
  });
});

test("a group's plain name stands in for the one that is displayed", async () => {
  const List = [{ SkillGroupId: "g@ccc", SkillGroupName: "billing" }, { SkillGroupId: "h@ccc" }];
  const bff = await scripted(ok({ List, TotalCount: 2 }));
  expect((await people({ ...GROUPS, q: " bill " }, bff)).people).toEqual([
    { id: "g@ccc", name: "billing" },
    { id: "h@ccc", name: "h@ccc" },
  ]);
  expect(bff.upstream.requests[0]?.headers["x-acs-action"]).toBe("ListSkillGroups");
  expect(asked(bff.upstream.requests[0]?.url)).toEqual({
    InstanceId: "ccc-sample",
    PageNumber: "1",
    PageSize: "50",
    SearchPattern: "bill",
  });
});

const fifty = Array.from({ length: 50 }, (_, index) => ({ UserId: `agent${index}` }));
test.each([
  ["a total beyond the page", { TotalCount: 51, List: fifty }, true],
  ["a full page that is all", { TotalCount: 50, List: fifty }, false],
  ["a full page of which no total is told", { List: fifty }, true],
  ["a total that cannot be", { TotalCount: 0, List: fifty }, true],
  ["part of a page and no total", { List: fifty.slice(1) }, false],
  ["nobody", { TotalCount: 0 }, false],
])("whether there are more is told after %s", async (_name, data, more) => {
  const bff = await scripted(ok(data));
  expect((await people(AGENTS, bff)).more).toBe(more);
});

test.each([
  ["no list where there are some", ok({ TotalCount: 3 }), "upstream_bad_reply"],
  ["no data", ok(undefined), "upstream_bad_reply"],
  ["a refusal", refusal(403, "NoPermission"), "upstream_forbidden"],
])("%s is a problem and not an empty list", async (_name, answer, code) => {
  const bff = await scripted(answer);
  expect((await bff.problem(peoplePath(AGENTS))).code).toBe(code);
});

test("a search that the upstream refuses is blamed on what was typed", async () => {
  const message = "The format of parameter SearchPattern is invalid. secret";
  const bff = await scripted(refusal(400, "Parameter.Format", message));
  const told = await bff.problem(peoplePath({ ...AGENTS, q: "?" }));
  expect(told).toMatchObject({ code: "upstream_parameter", field: "q" });
  expect(JSON.stringify(told)).not.toContain("secret");
});

test("equal searches are one call, under way and for a minute after", async () => {
  let now = Date.UTC(2026, 0, 1);
  const script = [ok({ List: [{ UserId: "a" }] })];
  const bff = await openScriptedBff(script, { CCC_INSTANCE_IDS: "ccc-sample" }, { now: () => now });
  await Promise.all([people(AGENTS, bff), people(AGENTS, bff), people(AGENTS, bff)]);
  now += 60_000;
  await people(AGENTS, bff);
  expect(bff.upstream.requests).toHaveLength(1);
  now += 1;
  await people(AGENTS, bff);
  expect(bff.upstream.requests).toHaveLength(2);
  await people({ ...AGENTS, q: "a" }, bff);
  await people({ ...AGENTS, kind: "skill-group" }, bff);
  expect(bff.upstream.requests).toHaveLength(4);
});

test("a failure is not kept", async () => {
  const bff = await scripted(refusal(403, "NoPermission"), ok({ List: [{ UserId: "a" }] }));
  expect((await bff.problem(peoplePath(AGENTS))).code).toBe("upstream_forbidden");
  expect((await people(AGENTS, bff)).people).toHaveLength(1);
});

test("whoever types on leaves nothing behind upstream", async () => {
  const bff = await scripted(hang);
  const url = await bff.app.listen({ host: "127.0.0.1", port: 0 });
  const gone = new AbortController();
  const asking = fetch(url + peoplePath(AGENTS), { signal: gone.signal });
  while (bff.upstream.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  gone.abort();
  await expect(asking).rejects.toThrow("aborted");
  await bff.upstream.abandoned;
});

test("neither answers nor the log tell of keys, and the log not of what was typed", async () => {
  const response = await server.app.inject(peoplePath({ ...AGENTS, q: "a-rare-name" }));
  for (const text of [response.body, server.log()]) {
    expect(text).not.toContain(TEST_CREDENTIALS.accessKeyId);
    expect(text).not.toContain(TEST_CREDENTIALS.accessKeySecret);
    expect(text).not.toContain("a-rare-name");
  }
  expect(server.log()).toContain('"route":"/api/people"');
});

/** As a reader sees it who sees numbers masked. */
function masked(...script: Answer[]): Promise<TestBff> {
  const rights = { instances: "all", calls: "all" };
  const roles = [{ name: "masked", claim: "roles", values: ["masked"], rights }];
  return openScriptedBff(
    script,
    { CCC_INSTANCE_IDS: "ccc-sample" },
    {
      identify: async () => ({ subject: "a", name: undefined, claims: { roles: ["masked"] } }),
      access: parseAccessFile(JSON.stringify({ roles }), undefined),
    },
  );
}

test("a masked reader finds nobody by what is hidden in a name", async () => {
  const List = [
    { UserId: "a@ccc", DisplayName: "Desk 13812345678" },
    { UserId: "b@ccc", DisplayName: "Desk" },
  ];
  const bff = await masked(ok({ TotalCount: 2, List }));
  const found = async (q: string) =>
    (await people({ ...AGENTS, q }, bff)).people.map(({ name }) => name);
  // Whatever the upstream finds.
  expect(await found("1234")).toEqual(["Desk"]);
  expect(await found("138")).toEqual(["Desk 138****5678", "Desk"]);
  expect(await found("")).toEqual(["Desk 138****5678", "Desk"]);
});

test("by what is hidden nobody learns that there are more", async () => {
  const names = (count: number, name: string) =>
    Array.from({ length: count }, (_, index) => ({ UserId: `u${index}@ccc`, DisplayName: name }));
  const hidden = ok({ List: names(50, "Desk 13812345678"), TotalCount: 51 });
  const seen = ok({ List: names(50, "Desk 1234"), TotalCount: 51 });
  const bff = await masked(hidden, seen, hidden);
  const found = async (q: string) => {
    const { people: all, more } = await people({ ...AGENTS, q }, bff);
    return [all.length, more];
  };
  expect(await found("12345")).toEqual([0, false]);
  expect(await found("1234")).toEqual([50, true]);
  expect(await found("Desk")).toEqual([50, true]);
});
