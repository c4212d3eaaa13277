import { expect, test } from "vitest";
import { ALL_RIGHTS } from "#contract/api/rights.ts";
import type { Session } from "#contract/api/session.ts";
import { isSameReader } from "./same-reader.ts";

const SESSION: Session = {
  user: { subject: "wang", name: "王芳", roles: [{ name: "lead" }, { name: "checker" }] },
  rights: ALL_RIGHTS,
  scope: { filter: "skillGroupId", people: [{ id: "a", name: "甲" }] },
  instances: [{ id: "ccc-test", name: "Test" }],
  timeZone: "Asia/Shanghai",
  retentionDays: 30,
  serviceLevelSeconds: 20,
  locale: "zh-CN",
  sampleData: false,
  serverTime: 1,
};

test("a reader is the same whenever and in whatever order it is told", () => {
  const later: Session = {
    ...SESSION,
    serverTime: 2,
    locale: "en-US",
    user: {
      subject: "wang",
      name: "王芳",
      roles: [{ name: "checker" }, { name: "lead", words: {} }],
    },
    // The server may not know the name at the moment.
    scope: { filter: "skillGroupId", people: [{ id: "a", name: "a" }] },
  };
  expect(isSameReader(SESSION, later)).toBe(true);
});

test.each<Partial<Session>>([
  { user: { subject: "li", name: "王芳", roles: SESSION.user?.roles ?? [] } },
  { user: { subject: "wang", name: "王芳", roles: [{ name: "lead" }] } },
  { user: null },
  { rights: { ...ALL_RIGHTS, numbers: "masked" } },
  { scope: null },
  { scope: { filter: "skillGroupId", people: [{ id: "b", name: "甲" }] } },
  { scope: { filter: "agentId", people: [{ id: "a", name: "甲" }] } },
  { instances: [] },
])("with %j it is another", (other) => {
  expect(isSameReader(SESSION, { ...SESSION, ...other })).toBe(false);
});
