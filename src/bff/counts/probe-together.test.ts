import { expect, test } from "vitest";
import type { TestRecord } from "#upstream/store/test-store.kit.ts";
import { INSTANCE, told, withCalls, type TestCalls } from "./calls-in-hand.kit.ts";
import { callsInHand } from "./calls-in-hand.ts";
import { probeTogether } from "./probe-together.ts";

const END = 20;
const IDS = ["a", "b"];
const RECORDS: readonly TestRecord[] = ["a", "a,b", "b", "c"].map((skillGroupIds, index) => ({
  contactId: `job-${index}`,
  instanceId: INSTANCE,
  startTime: index,
  skillGroupIds,
}));

/**
 * The total of those that name one of the two.
 *
 * @param miscounted how many calls more than there are is said of each, reading by reading
 */
async function totalOf(
  { calls, reader, asking }: TestCalls,
  miscounted: readonly number[],
  contactId?: string,
) {
  const criteria = contactId === undefined ? {} : { contactId };
  const set = { ...calls.set, criteria };
  let begun = 0;
  const lines = await told((tell) =>
    probeTogether(
      callsInHand(reader, set, RECORDS.length, asking),
      { key: "skillGroupId", ids: IDS, seconds: 4 },
      {
        inHand(part, total, since) {
          const reading = Math.floor(begun / IDS.length);
          begun += 1;
          // What was read once is not read again from what is kept.
          expect(since !== undefined).toBe(reading > 0);
          return callsInHand(reader, part, total + (miscounted[reading] ?? 0), asking);
        },
        run: (_pages, read) => read(() => undefined),
      },
      tell,
    ),
  );
  return lines.flatMap((line) => ("figures" in line ? [line.figures?.total] : []));
}

test("calls that come while others are read are no too many calls", () =>
  withCalls(RECORDS, END, async (world) => {
    expect(await totalOf(world, [0])).toEqual([3]);
    expect(await totalOf(world, [1, 0])).toEqual([3]);
    await expect(totalOf(world, [1, 1])).rejects.toMatchObject({ code: "server_busy" });
    expect(await totalOf(world, [20_000])).toEqual([null]);
  }));

test("a call that is asked for by its id counts where it names one of them", () =>
  withCalls(RECORDS, END, async (world) => {
    expect(await totalOf(world, [0], "job-1")).toEqual([1]);
    expect(await totalOf(world, [0], "job-3")).toEqual([0]);
  }));
