import { expect, test } from "vitest";
import { ALL_RIGHTS } from "#contract/api/rights.ts";
import { OPERATOR } from "./reader.ts";
import { shownTo } from "./shown-to.ts";

const masked = shownTo({ ...OPERATOR, rights: { ...ALL_RIGHTS, numbers: "masked" } });
const facet = (key: "agentId" | "satisfactionDescription") =>
  ({ of: "facet", view: "", facet: key }) as const;

test("names and words in the lines of counts are masked, and the ids that a tick filters by are not", () => {
  const line = { ask: 0, value: "13812345678", name: "Li 13812345678", count: 3 };
  expect(masked.line(line, facet("satisfactionDescription"))).toEqual({
    ask: 0,
    value: "138****5678",
    name: "Li 138****5678",
    count: 3,
  });
  expect(masked.line(line, facet("agentId"))).toMatchObject({
    value: "13812345678",
    name: "Li 138****5678",
  });
  expect(masked.text("hot line 4008001234")).toBe("hot line 400****234");
});

test("counts are no numbers", () => {
  const total = { ask: 0, total: 13_812_345_678 };
  expect(masked.line(total, undefined)).toEqual(total);
});

test("whoever may see numbers is shown everything as it is", () => {
  const record = { callingNumber: "13812345678" };
  expect(shownTo(OPERATOR).record(record)).toBe(record);
});
