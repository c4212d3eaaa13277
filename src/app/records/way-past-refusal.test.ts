import { expect, test } from "vitest";
import { ApiError } from "#app/api/api-error.ts";
import type { Session } from "#contract/api/session.ts";
import { wayPastRefusal } from "./way-past-refusal.ts";

const session: Pick<Session, "scope" | "instances"> = {
  scope: { filter: "agentId", people: [{ id: "a", name: "甲" }] },
  instances: [{ id: "ccc-test", name: "Test" }],
};
const criteria = {
  phoneNumber: "138",
  callingNumber: "139",
  agentId: "z",
  contactType: ["Inbound"],
};
const past = (error: ApiError) => wayPastRefusal(error, { criteria }, session);

test("what was refused is taken out of the view, and nothing else", () => {
  const { phoneNumber: _, callingNumber: _caller, ...others } = criteria;
  expect(past(new ApiError("right_missing", { right: "searchByNumber", field: "phone" }))).toEqual({
    words: "withoutNumber",
    change: { criteria: others },
  });
  const { agentId: _agent, ...rest } = criteria;
  expect(past(new ApiError("calls_forbidden", { field: "agent" }))?.change).toEqual({
    criteria: rest,
  });
  expect(past(new ApiError("instance_forbidden"))?.change).toHaveProperty("instance", undefined);
});

test("where there is nothing to take out there is no way", () => {
  expect(past(new ApiError("right_missing", { right: "exportPage" }))).toBeUndefined();
  expect(past(new ApiError("upstream_failed"))).toBeUndefined();
});
