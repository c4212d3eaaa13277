import { expect, test } from "vitest";
import type { Session } from "#contract/api/session.ts";
import { withinScope } from "./within-scope.ts";

const session: Pick<Session, "scope"> = {
  scope: {
    filter: "skillGroupId",
    people: [
      { id: "a@one", name: "甲" },
      { id: "b@one", name: "乙" },
      { id: "c@two", name: "丙" },
    ],
  },
};
const GROUP = "skillGroupId";

test("one of the reader's own that the instance has is in the view", () => {
  expect(withinScope({}, "one", session)).toEqual({ [GROUP]: "a@one" });
  expect(withinScope({ agentId: "x" }, "two", session)).toEqual({ agentId: "x", [GROUP]: "c@two" });
  expect(withinScope({ [GROUP]: "b@one" }, "one", session)).toEqual({ [GROUP]: "b@one" });
});

test("one of another instance makes way, and one that is not theirs is left to be refused", () => {
  expect(withinScope({ [GROUP]: "b@one" }, "two", session)).toEqual({ [GROUP]: "c@two" });
  expect(withinScope({ [GROUP]: "z@one" }, "one", session)).toEqual({ [GROUP]: "z@one" });
});

test("a call by its id, and a reader whom nothing bounds, need none", () => {
  expect(withinScope({ contactId: "job" }, "one", session)).toEqual({ contactId: "job" });
  expect(withinScope({}, "one", { scope: null })).toEqual({});
});
