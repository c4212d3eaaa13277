import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import type { Criteria } from "#contract/filter/filters.ts";
import type { TimeRange } from "#contract/time/time-range.ts";
import { backKey, isSameView, lastList, type AskedCalls } from "./back-key.ts";
import type { BackList } from "./back-list.ts";

const asked = (time: TimeRange, asOf: number, criteria: Criteria = {}): AskedCalls => ({
  calls: { instance: "one", range: { from: 100, to: asOf }, criteria, asOf },
  time,
});
const TODAY: TimeRange = { relative: "today" };
const listOf = (upTo: number, isWhole: boolean): BackList => ({
  looked: { tries: 0, of: 0, upTo, callers: 0, withheld: 0, isOwn: false },
  callers: [],
  judged: 0,
  end: isWhole ? { end: true, gotThrough: 0, calledBack: 0, unjudged: 0 } : undefined,
  spent: 1,
  dealtWith: 0,
  firstUpTo: upTo,
});

test("the same time of a later moment is the same view, another time is not", () => {
  const key = backKey(asked(TODAY, 160));
  expect(isSameView(asked(TODAY, 170), key)).toBe(true);
  expect(isSameView(asked({ relative: "yesterday" }, 170), key)).toBe(false);
  expect(isSameView(asked({ from: 100, to: 160 }, 160), key)).toBe(false);
  expect(isSameView(asked(TODAY, 160), undefined)).toBe(false);
});

test("the last whole list is of the same time and of the same criteria", () => {
  const client = new QueryClient();
  const keep = (of: AskedCalls, list: BackList, updatedAt: number) =>
    client.setQueryData(backKey(of), list, { updatedAt });
  keep(asked(TODAY, 150), listOf(150, true), 1);
  keep(asked(TODAY, 160), listOf(160, true), 2);
  keep(asked(TODAY, 170), listOf(170, false), 3);
  keep(asked({ relative: "yesterday" }, 160), listOf(90, true), 4);
  keep(asked(TODAY, 160, { agentId: "1001" }), listOf(161, true), 5);
  expect(lastList(client, asked(TODAY, 180))?.looked.upTo).toBe(160);
  expect(lastList(client, asked({ relative: "thisWeek" }, 180))).toBeUndefined();
});
