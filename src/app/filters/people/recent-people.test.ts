import { expect, test } from "vitest";
import { recentPeople, withRecent } from "./recent-people.ts";

const { key, read, write } = recentPeople("agentId", "ccc-test");

test("those chosen lately survive being stored, with or without a name", () => {
  const people = [{ id: "li@ccc-test", name: "李安" }, { id: "lin@ccc-test" }];
  expect(read(write(people))).toEqual(people);
});

test.each(["", "{", "null", "7", '["a"]', '[{"name":"a"}]'])("stored %j means nothing", (text) => {
  expect(read(text)).toBeUndefined();
});

test("the last one chosen comes first, nobody twice, and the oldest of nine goes", () => {
  const ids = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "2"];
  const recent = ids.reduce<ReturnType<typeof withRecent>>(
    (people, id) => withRecent(people, { id }),
    [],
  );
  expect(recent.map(({ id }) => id).join("")).toBe("29876543");
});

test("agents and groups, and each instance, have their own", () => {
  const keys = [
    key,
    recentPeople("skillGroupId", "ccc-test").key,
    recentPeople("agentId", "b").key,
  ];
  expect(new Set(keys).size).toBe(3);
});
