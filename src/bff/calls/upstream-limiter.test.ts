import { setMaxListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { MINUTE_MS } from "#contract/time/durations.ts";
import type { Purpose } from "./call-reader.ts";
import { createUpstreamLimiter, type Turn, type UpstreamLimiterDeps } from "./upstream-limiter.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = new AbortController().signal;
setMaxListeners(0, never);

/** A limiter whose calls end when they are told to, and the order in which they began. */
function open(deps: UpstreamLimiterDeps) {
  const limiter = createUpstreamLimiter(deps);
  const begun: string[] = [];
  const begunAt: number[] = [];
  const ends = new Map<string, () => void>();
  const run = (
    purpose: Purpose,
    name: string = purpose,
    signal: AbortSignal = never,
    turn: Partial<Turn> = {},
  ) =>
    limiter.run(
      purpose,
      () => {
        begun.push(name);
        begunAt.push(performance.now());
        return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
      },
      // Each row is another reader's, so that there are as many as there are places.
      { signal, readerName: name, instance: name, ...turn },
    );
  return {
    limiter,
    begun,
    begunAt,
    run,
    /** A probe that is over as soon as it begins. */
    quick: (purpose: Purpose, name: string = purpose) =>
      limiter.run(
        purpose,
        async () => {
          begun.push(name);
          begunAt.push(performance.now());
        },
        { signal: never },
      ),
    async end(name: string) {
      ends.get(name)?.();
      await settle();
    },
  };
}

const settle = () => vi.advanceTimersByTimeAsync(0);
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** So many names, `facets 0` and so on. */
const names = (purpose: Purpose, count: number) =>
  Array.from({ length: count }, (_, index) => `${purpose} ${index}`);

test("rows begin before facets, and facets before the histogram", async () => {
  const { begun, run, end } = open({ concurrency: 1 });
  void run("facets", "first");
  await settle();
  for (const purpose of ["histogram", "facets", "rows"] as const) void run(purpose);
  await settle();
  expect(begun).toEqual(["first"]);
  await end("first");
  await end("rows");
  await end("facets");
  expect(begun).toEqual(["first", "rows", "facets", "histogram"]);
});

test("probes of different requests take turns, however many one of them has", async () => {
  const { limiter, begun, run, end } = open({ concurrency: 2 });
  void run("facets", "first");
  const many = {};
  for (const name of names("facets", 5))
    void limiter.run("facets", async () => begun.push(name), { signal: never, party: many });
  void limiter.run("facets", async () => begun.push("little"), { signal: never, party: {} });
  await settle();
  await end("first");
  expect(begun.indexOf("little")).toBeLessThanOrEqual(2);
  expect(begun).toHaveLength(7);
});

test("a quarter of the places is left to rows whatever probes do", async () => {
  const { begun, run } = open({ concurrency: 8 });
  for (const name of names("facets", 20)) void run("facets", name);
  for (const name of names("histogram", 20)) void run("histogram", name);
  await settle();
  expect(begun).toEqual(names("facets", 6));
  void run("rows", "rows 0");
  void run("rows", "rows 1");
  await settle();
  expect(begun.slice(6)).toEqual(["rows 0", "rows 1"]);
});

test("rows may take every place, and go before the probes that wait", async () => {
  const { begun, run, end } = open({ concurrency: 4 });
  for (const name of names("rows", 5)) void run("rows", name);
  for (const name of names("facets", 5)) void run("facets", name);
  await settle();
  expect(begun).toEqual(names("rows", 4));
  await end("rows 0");
  expect(begun.at(-1)).toBe("rows 4");
  await end("rows 1");
  expect(begun.at(-1)).toBe("facets 0");
});

test("one reader has half of the places for rows, and who asks for little is not behind all of it", async () => {
  const { begun, run, end } = open({ concurrency: 4 });
  const many = { readerName: "many", instance: "centre" };
  for (const name of names("rows", 5)) void run("rows", name, never, many);
  await settle();
  expect(begun).toEqual(["rows 0", "rows 1"]);
  // What hangs of one reader keeps nobody else waiting.
  void run("rows", "little", never, { readerName: "little", instance: "centre" });
  await settle();
  expect(begun.at(-1)).toBe("little");
  await end("little");
  for (const name of ["a", "b"]) void run("rows", name, never, { readerName: name });
  await settle();
  expect(begun.slice(-2)).toEqual(["a", "b"]);
  void run("rows", "c", never, { readerName: "c" });
  // Among others whoever has many has one place of the four.
  await end("rows 0");
  await end("rows 1");
  expect(begun.slice(-2)).toEqual(["c", "rows 2"]);
});

test("one instance has three quarters of the places for rows", async () => {
  const { begun, run, end } = open({ concurrency: 4 });
  for (const name of ["a", "b", "c", "d"])
    void run("rows", name, never, { readerName: name, instance: "hangs" });
  await settle();
  expect(begun).toEqual(["a", "b", "c"]);
  void run("rows", "other", never, { readerName: "e", instance: "answers" });
  await settle();
  expect(begun.at(-1)).toBe("other");
  await end("a");
  expect(begun.at(-1)).toBe("d");
});

test("an instance of which everything hangs leaves places to another, and its rows are not behind its probes", async () => {
  const { begun, run } = open({ concurrency: 16 });
  const hangs = (purpose: Purpose, index: number) =>
    void run(purpose, `${purpose} ${index}`, never, {
      readerName: `reader ${index}`,
      instance: "hangs",
      party: {},
    });
  for (let index = 0; index < 20; index += 1) hangs("facets", index);
  await settle();
  expect(begun).toEqual(names("facets", 8));
  for (let index = 0; index < 20; index += 1) hangs("rows", index);
  await settle();
  expect(begun.slice(8)).toEqual(names("rows", 4));
  for (const purpose of ["rows", "facets"] as const)
    void run(purpose, `other ${purpose}`, never, {
      readerName: "other",
      instance: "answers",
      party: {},
    });
  await settle();
  expect(begun.slice(12)).toEqual(["other rows", "other facets"]);
});

test("a reader of whom everything hangs, at whatever instances, leaves places to another", async () => {
  const { begun, run } = open({ concurrency: 16 });
  for (const instance of names("rows", 10))
    for (const purpose of ["facets", "rows"] as const)
      void run(purpose, `${purpose} of ${instance}`, never, { readerName: "many", instance });
  await settle();
  expect(begun).toHaveLength(12);
  void run("rows", "other", never, { readerName: "other", instance: "rows 0" });
  await settle();
  expect(begun.at(-1)).toBe("other");
});

test("a reader whose rows hang at one instance gets a page of another", async () => {
  const { begun, run } = open({ concurrency: 16 });
  for (const name of names("rows", 16))
    void run("rows", name, never, { readerName: "one address", instance: "hangs" });
  void run("rows", "other", never, { readerName: "one address", instance: "answers" });
  await settle();
  expect(begun).toEqual([...names("rows", 8), "other"]);
});

test("where there are two places, probes of one who is alone leave one to its rows", async () => {
  const { begun, run } = open({ concurrency: 2 });
  const alone = { readerName: "alone", instance: "centre" };
  for (const name of names("facets", 3)) void run("facets", name, never, alone);
  await settle();
  void run("rows", "rows", never, alone);
  await settle();
  expect(begun).toEqual(["facets 0", "rows"]);
});

test.each(["rows", "facets"] as const)(
  "%s that are given up while they run make way for those that waited for their share",
  async (purpose) => {
    const { begun, run, limiter } = open({ concurrency: 4 });
    const leaver = new AbortController();
    const one = { readerName: "one", instance: "centre" };
    const given = names(purpose, 2).map((name) =>
      limiter.run(
        purpose,
        async () => {
          begun.push(name);
          await new Promise((resolve) => leaver.signal.addEventListener("abort", resolve));
          // A connection takes its time to close, and p-queue waits for no call that was given up.
          await new Promise((resolve) => setTimeout(resolve, 10));
        },
        { signal: leaver.signal, ...one },
      ),
    );
    for (const name of ["next", "last"]) void run(purpose, name, never, one);
    await settle();
    expect(begun).toEqual(names(purpose, 2));
    leaver.abort(new Error("gone"));
    for (const outcome of await Promise.allSettled(given))
      expect(outcome).toMatchObject({ reason: { message: "gone" } });
    await later(20);
    expect(begun.slice(2)).toEqual(["next", "last"]);
  },
);

test("once the others are gone, what waits of one reader has the places of one who is alone", async () => {
  const { begun, run, end } = open({ concurrency: 16 });
  void run("rows", "other", never, { readerName: "other", instance: "centre" });
  await settle();
  for (const name of names("rows", 12))
    void run("rows", name, never, { readerName: "many", instance: "centre" });
  await settle();
  expect(begun.slice(1)).toEqual(names("rows", 2));
  await end("other");
  await later(3_000);
  await end("rows 0");
  expect(begun.slice(1)).toEqual(names("rows", 9));
});

test("a row that is given up before its turn leaves its place to the next", async () => {
  const { begun, run, end } = open({ concurrency: 2 });
  const leaver = new AbortController();
  const one = { readerName: "one", instance: "centre" };
  void run("rows", "first", never, one);
  const left = run("rows", "left", leaver.signal, one);
  void run("rows", "next", never, one);
  leaver.abort(new Error("gone"));
  await expect(left).rejects.toThrow("gone");
  await end("first");
  expect(begun).toEqual(["first", "next"]);
});

test("the answer and the failure of a call are its caller's", async () => {
  const { limiter } = open({ concurrency: 2 });
  for (const purpose of ["rows", "facets", "histogram"] as const) {
    await expect(limiter.run(purpose, async () => purpose, { signal: never })).resolves.toBe(
      purpose,
    );
    const failing = () => Promise.reject(new Error("no"));
    await expect(limiter.run(purpose, failing, { signal: never })).rejects.toThrow("no");
  }
});

test.each(["rows", "facets", "histogram"] as const)(
  "%s that are given up leave the queue, and the next take their place",
  async (purpose) => {
    const { begun, run, end } = open({ concurrency: 1 });
    void run("rows", "first");
    const leaver = new AbortController();
    const left = run(purpose, "left", leaver.signal);
    void run(purpose, "next");
    await settle();
    leaver.abort(new Error("gone"));
    await expect(left).rejects.toThrow("gone");
    await end("first");
    expect(begun).toEqual(["first", "next"]);
    await expect(run(purpose, "late", leaver.signal)).rejects.toThrow("gone");
  },
);

describe("when the upstream throttles", () => {
  const PURPOSES = ["rows", "facets", "histogram"] as const;
  type Opened = ReturnType<typeof open>;
  const held = ({ limiter }: Opened) => PURPOSES.filter((purpose) => limiter.isHeld(purpose));
  const throttle = ({ limiter }: Opened, retryAfterMs?: number) =>
    limiter.noteThrottled(performance.now(), retryAfterMs);

  test("the histogram waits first, then the facets too, and rows never", async () => {
    const opened = open({ concurrency: 4 });
    const { begun, quick } = opened;
    throttle(opened);
    expect(held(opened)).toEqual(["histogram"]);
    for (const purpose of ["histogram", "facets", "rows"] as const) void quick(purpose);
    await later(250);
    expect(begun).toEqual(["rows", "facets"]);
    throttle(opened);
    expect(held(opened)).toEqual(["facets", "histogram"]);
    void quick("facets", "more facets");
    void quick("rows", "more rows");
    await later(900);
    expect(begun).toEqual(["rows", "facets", "more rows"]);
  });

  test("the facets go on first, and the histogram when that goes well", async () => {
    const opened = open({ concurrency: 4 });
    const { begun, quick } = opened;
    throttle(opened);
    await later(1);
    throttle(opened);
    void quick("histogram");
    void quick("facets");
    await later(1_990);
    expect(held(opened)).toEqual(["facets", "histogram"]);
    await later(20);
    expect(held(opened)).toEqual(["histogram"]);
    await later(1_970);
    expect(begun).toEqual(["facets"]);
    await later(500);
    expect(held(opened)).toEqual([]);
    expect(begun).toEqual(["facets", "histogram"]);
  });

  test("calls that were under way before do not count twice", async () => {
    const opened = open({ concurrency: 16 });
    const startedAt = performance.now();
    await later(10);
    for (let call = 0; call < 12; call += 1) opened.limiter.noteThrottled(startedAt);
    expect(held(opened)).toEqual(["histogram"]);
  });

  test("what the upstream asks for is minded: no probe is sent before", async () => {
    const opened = open({ concurrency: 4 });
    const { begun, quick } = opened;
    throttle(opened, 5_000);
    for (const purpose of PURPOSES) void quick(purpose);
    await later(4_999);
    expect(begun).toEqual(["rows"]);
    await later(1);
    expect(begun).toEqual(["rows", "facets", "histogram"]);
  });

  test("an upstream that asks to be left alone for days is asked again within a minute", async () => {
    const opened = open({ concurrency: 4 });
    throttle(opened, 999_999_999);
    void opened.quick("facets");
    void opened.quick("histogram");
    await later(60_000);
    expect(opened.begun).toEqual(["facets", "histogram"]);
  });

  test("the waits grow while no probe gets through, to half a minute and not beyond", async () => {
    const opened = open({ concurrency: 4 });
    for (let time = 0; time < 12; time += 1) {
      throttle(opened);
      await later(1);
    }
    expect(held(opened)).toEqual(["facets", "histogram"]);
    await later(29_000);
    expect(held(opened)).toEqual(["facets", "histogram"]);
    await later(1_000);
    expect(held(opened)).toEqual(["histogram"]);
    await later(30_000);
    expect(held(opened)).toEqual([]);
  });

  test("once a probe got through, the next wait is short again", async () => {
    const opened = open({ concurrency: 4 });
    for (let time = 0; time < 8; time += 1) {
      throttle(opened);
      await later(1);
    }
    await later(70_000);
    expect(held(opened)).toEqual([]);
    await opened.quick("facets");
    throttle(opened);
    await later(1_000);
    expect(held(opened)).toEqual([]);
  });

  test("who waits for the release and is given up leaves, and the others go on", async () => {
    const opened = open({ concurrency: 4 });
    const { begun, run } = opened;
    throttle(opened);
    const leaver = new AbortController();
    const left = run("histogram", "left", leaver.signal);
    void run("histogram", "next");
    await settle();
    leaver.abort(new Error("gone"));
    await expect(left).rejects.toThrow("gone");
    await later(1_500);
    expect(begun).toEqual(["next"]);
  });

  test("probes that had passed their gate go back to it when it closes", async () => {
    const opened = open({ concurrency: 2 });
    const { begun, run, end } = opened;
    void run("facets", "first");
    void run("histogram", "second");
    await settle();
    throttle(opened);
    await end("first");
    await later(500);
    expect(begun).toEqual(["first"]);
    await later(600);
    expect(begun).toEqual(["first", "second"]);
  });

  test("probes that wait for a place among rows go back too", async () => {
    const opened = open({ concurrency: 2 });
    const { begun, run, end } = opened;
    void run("rows", "rows 0");
    void run("rows", "rows 1");
    void run("histogram");
    await settle();
    throttle(opened);
    await end("rows 0");
    expect(begun).toEqual(["rows 0", "rows 1"]);
    await later(1_100);
    expect(begun).toEqual(["rows 0", "rows 1", "histogram"]);
  });

  test("probes are spaced by what got through, less the share of rows", async () => {
    const opened = open({ concurrency: 16 });
    const { limiter, begunAt, quick } = opened;
    const startedAt = performance.now();
    for (const name of names("rows", 6)) await quick("rows", name);
    for (const name of names("histogram", 6)) await quick("histogram", name);
    await later(5);
    limiter.noteThrottled(startedAt);
    limiter.noteThrottled(startedAt);
    begunAt.length = 0;
    for (const name of names("facets", 20)) void quick("facets", name);
    await later(5_000);
    const gaps = begunAt.slice(1).map((at, index) => at - (begunAt[index] ?? 0));
    expect(begunAt).toHaveLength(20);
    // Ten in a second got through: of those seven and a half are for probes.
    for (const gap of gaps) expect(gap).toBeCloseTo(1000 / 7.5, -1);
  });

  test("what rows try again in their place takes nothing from what got through", async () => {
    const opened = open({ concurrency: 16 });
    const { limiter, begunAt, quick } = opened;
    const before = performance.now();
    await later(1);
    await quick("facets", "first");
    for (const name of names("rows", 10)) await quick("rows", name);
    // One of the rows is throttled three times, and then gets through.
    for (const startedAt of [performance.now(), before, before]) {
      limiter.noteThrottled(startedAt);
      limiter.noteRetry();
    }
    await later(2_000);
    begunAt.length = 0;
    for (const name of names("facets", 10)) void quick("facets", name);
    await later(5_000);
    const gaps = begunAt.slice(1).map((at, index) => at - (begunAt[index] ?? 0));
    expect(begunAt).toHaveLength(10);
    // Ten or eleven in a second got through, of which a quarter is left to rows.
    for (const gap of gaps) expect(gap).toBeLessThan(1000 / 7);
  });

  test("what rows alone meet with does not slow probes down for long", async () => {
    const opened = open({ concurrency: 16 });
    const { begun, quick } = opened;
    await quick("facets", "first");
    for (let time = 0; time < 5; time += 1) {
      throttle(opened, 100);
      await later(10);
    }
    await later(70_000);
    for (const name of names("facets", 20)) void quick("facets", name);
    await later(3_000);
    expect(begun).toHaveLength(21);
  });

  test("the pace quickens again while the upstream does not throttle", async () => {
    const opened = open({ concurrency: 16 });
    const { begun, quick } = opened;
    await quick("facets", "first");
    throttle(opened);
    await later(5 * MINUTE_MS);
    for (const name of names("facets", 40)) void quick("facets", name);
    await later(10);
    expect(begun).toHaveLength(41);
  });
});

describe("where the quota is known", () => {
  test("probes are spaced so that rows keep a quarter of it", async () => {
    const { begun, begunAt, quick } = open({ concurrency: 16, callsPerSecond: 10 });
    for (const name of names("histogram", 5)) void quick("histogram", name);
    for (const name of names("facets", 5)) void quick("facets", name);
    void quick("rows");
    await settle();
    // The first was sent before there were others.
    expect(begun.toSorted()).toEqual(["histogram 0", "rows"]);
    await later(2_000);
    const facetsFirst = [...names("facets", 5), ...names("histogram", 5).slice(1)];
    expect(begun.filter((name) => name !== "rows").slice(1)).toEqual(facetsFirst);
    const probedAt = begunAt.filter((_, index) => begun[index] !== "rows");
    for (const [index, at] of probedAt.slice(1).entries())
      expect(at - (probedAt[index] ?? 0)).toBeGreaterThanOrEqual(133);
  });

  test("a probe that is given up while it waits uses up nothing", async () => {
    const { begun, run, quick } = open({ concurrency: 16, callsPerSecond: 10 });
    void quick("facets", "first");
    const leaver = new AbortController();
    const left = run("facets", "left", leaver.signal);
    void quick("facets", "next");
    await later(50);
    leaver.abort(new Error("gone"));
    await expect(left).rejects.toThrow("gone");
    await later(90);
    expect(begun).toEqual(["first", "next"]);
  });

  test("a thousand a second is no pace at all to speak of", async () => {
    const { begun, quick } = open({ concurrency: 16, callsPerSecond: 1_000 });
    for (const name of names("facets", 100)) void quick("facets", name);
    await later(300);
    expect(begun).toHaveLength(100);
  });
});

describe("once it is closed", () => {
  test("probes that wait are refused, held or spaced, and rows go on", async () => {
    const opened = open({ concurrency: 4, callsPerSecond: 1 });
    const { limiter, run, quick } = opened;
    await quick("facets", "first");
    limiter.noteThrottled(performance.now());
    const waiting = [run("histogram"), run("facets")];
    const outcomes = Promise.allSettled(waiting);
    await settle();
    limiter.close();
    await settle();
    for (const outcome of await outcomes)
      expect(outcome).toMatchObject({ reason: { code: "upstream_unreachable" } });
    await expect(limiter.run("rows", async () => "yes", { signal: never })).resolves.toBe("yes");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("nothing is held by what is throttled after", async () => {
    const { limiter } = open({ concurrency: 4 });
    limiter.close();
    limiter.noteThrottled(performance.now());
    expect(limiter.isHeld("histogram")).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });
});
