import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RecordStore } from "#upstream/store/record-store.ts";
import type { CreateTestStore } from "#upstream/store/test-store.kit.ts";
import { startTestUpstream, type TestUpstream } from "#upstream/upstream.kit.ts";

const PAGE = { InstanceId: "ccc-test", PageNumber: "1", PageSize: "100" };
const AGENTS: readonly (readonly [id: string, name: string])[] = [
  ["Ann@ccc-test", "安娜"],
  ["bob@ccc-test", "Bob Élan"],
  ["carl_x", "100% Carl"],
  ["d\\e@ccc-test", "O'Hara"],
];

/** Tests of `ListUsers` and `ListSkillGroups` over a store. */
export function testPeopleOperations(createStore: CreateTestStore): void {
  let store: RecordStore;
  let upstream: TestUpstream;
  beforeAll(async () => {
    store = await createStore(
      [
        ...AGENTS.map(([agentIds, agentNames], index) => ({
          contactId: `job-${index}`,
          instanceId: "ccc-test",
          startTime: index + 1,
          agentIds,
          agentNames,
          skillGroupIds: `group${index}@ccc-test`,
          skillGroupNames: `组 ${index}`,
        })),
        { contactId: "job-x", instanceId: "ccc-other", startTime: 1, agentIds: "zoe@ccc-other" },
      ],
      ["ccc-test", "ccc-other"],
    );
    upstream = await startTestUpstream({ store });
  });
  afterAll(async () => {
    await upstream.close();
    await store.close();
  });

  const ask = async (params: Readonly<Record<string, string>>, action: string) =>
    (await upstream.call({ ...PAGE, ...params }, action)).body.Data;
  const found = async (SearchPattern: string, action = "ListUsers") =>
    (await ask({ SearchPattern }, action)).List.map(
      (item: { DisplayName: string }) => item.DisplayName,
    );

  test("agents come with the provider's fields, by id, of the one instance", async () => {
    expect(await ask({}, "ListUsers")).toEqual({
      PageNumber: 1,
      PageSize: 100,
      TotalCount: 4,
      List: [
        { UserId: "Ann@ccc-test", LoginName: "Ann", DisplayName: "安娜" },
        { UserId: "bob@ccc-test", LoginName: "bob", DisplayName: "Bob Élan" },
        { UserId: "carl_x", LoginName: "carl_x", DisplayName: "100% Carl" },
        { UserId: "d\\e@ccc-test", LoginName: "d\\e", DisplayName: "O'Hara" },
      ],
    });
  });

  test("skill groups come with both of their names", async () => {
    expect((await ask({ PageSize: "1" }, "ListSkillGroups")).List).toEqual([
      {
        InstanceId: "ccc-test",
        SkillGroupId: "group0@ccc-test",
        SkillGroupName: "group0",
        DisplayName: "组 0",
      },
    ]);
  });

  test("pages follow each other, and each tells the total", async () => {
    const page = (PageNumber: string) => ask({ PageNumber, PageSize: "3" }, "ListUsers");
    const [first, second, third] = [await page("1"), await page("2"), await page("3")];
    expect([first.List.length, second.List.length, third.List.length]).toEqual([3, 1, 0]);
    expect([first.TotalCount, second.TotalCount, third.TotalCount]).toEqual([4, 4, 4]);
    expect(second.List[0].UserId).toBe("d\\e@ccc-test");
  });

  describe("a search", () => {
    test("finds a part of the id or of the name, in capitals or not", async () => {
      expect(await found("ANN")).toEqual(["安娜"]);
      expect(await found("安")).toEqual(["安娜"]);
      expect(await found("éLAN")).toEqual(["Bob Élan"]);
      expect(await found("@ccc-test")).toHaveLength(3);
      expect(await found("组 3", "ListSkillGroups")).toEqual(["组 3"]);
      expect(await found("nobody")).toEqual([]);
      expect(await found("")).toHaveLength(4);
    });

    test("takes every character as itself", async () => {
      expect(await found("%")).toEqual(["100% Carl"]);
      expect(await found("_")).toEqual(["100% Carl"]);
      expect(await found("\\")).toEqual(["O'Hara"]);
      expect(await found("'")).toEqual(["O'Hara"]);
      expect(await found("' OR 1=1 --")).toEqual([]);
    });

    test("counts what it finds", async () => {
      const reply = await ask({ SearchPattern: "c", PageNumber: "2", PageSize: "3" }, "ListUsers");
      expect(reply).toMatchObject({ TotalCount: 4, List: [{ UserId: "d\\e@ccc-test" }] });
    });
  });

  describe.each(["ListUsers", "ListSkillGroups"])("%s", (action) => {
    test.each([
      ["PageNumber", "", "Parameter.Blank"],
      ["PageNumber", "x", "Parameter.Format"],
      ["PageNumber", "0", "Parameter.Minimum"],
      ["PageSize", "", "Parameter.Blank"],
      ["PageSize", "1.5", "Parameter.Format"],
      ["PageSize", "-1", "Parameter.Minimum"],
      ["PageSize", "101", "Parameter.Maximum"],
      ["InstanceId", "", "Parameter.Blank"],
    ])("refuses %s %j with %s", async (name, value, code) => {
      const { status, body } = await upstream.call({ ...PAGE, [name]: value }, action);
      expect(body).toMatchObject({ Code: code, HttpStatusCode: 400 });
      expect(body.Message).toContain(name);
      expect(status).toBe(400);
    });

    test("does not know another's instance", async () => {
      const reply = await upstream.call({ ...PAGE, InstanceId: "ccc-nowhere" }, action);
      expect(reply).toMatchObject({ status: 404, body: { Code: "NotExists.InstanceId" } });
    });
  });
}
