import { expect, test } from "vitest";
import { DAY_MS } from "#contract/time/durations.ts";
import { whyMissing } from "./why-missing.ts";

const NOW = 1_764_000_000_000;
const AT = { retentionDays: 30, scope: null };
const OWN = { retentionDays: 30, scope: { filter: "agentId" as const, people: [] } };
const daysAgo = (from: number, to: number) => ({
  from: NOW - from * DAY_MS,
  to: NOW - to * DAY_MS,
});

test("a call of a link whose days are all past what is kept is older than that, for everybody", () => {
  expect(whyMissing(AT, daysAgo(60, 31), NOW)).toBe("older");
  expect(whyMissing(OWN, daysAgo(60, 31), NOW)).toBe("older");
});

test("where some of the days are kept, nobody can tell that it is older", () => {
  expect(whyMissing(AT, daysAgo(60, 30), NOW)).toBe("gone");
});

test("who sees a part of the calls does not learn whether there is such a call", () => {
  expect(whyMissing(OWN, daysAgo(7, 0), NOW)).toBe("notYours");
  expect(whyMissing(AT, daysAgo(7, 0), NOW)).toBe("gone");
});
