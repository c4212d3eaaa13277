import { expect, test } from "vitest";
import { peopleOf } from "./people.ts";

test("people are told once each, with the name that stands where their id stands first", () => {
  const record = { agentIds: ["a", "b", "a"], agentNames: ["Ann", "Bob", "Anna"] };
  expect(peopleOf(record, "agent")).toEqual([
    { id: "a", name: "Ann" },
    { id: "b", name: "Bob" },
  ]);
});

test("an id without a name is told all the same, and a record that names nobody has nobody", () => {
  expect(peopleOf({ skillGroupIds: ["g"] }, "skill-group")).toEqual([{ id: "g", name: undefined }]);
  expect(peopleOf({ agentNames: ["Ann"] }, "agent")).toEqual([]);
});

test("where there are more or fewer names than ids, none is anybody's", () => {
  for (const agentNames of [["Ann"], ["Ann", "Bob", "Cid"]])
    expect(peopleOf({ agentIds: ["a", "b"], agentNames }, "agent")).toEqual([
      { id: "a", name: undefined },
      { id: "b", name: undefined },
    ]);
});
