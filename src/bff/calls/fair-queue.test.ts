import fc from "fast-check";
import PQueue from "p-queue";
import { expect, test } from "vitest";
import { FairQueue, type FairOptions } from "./fair-queue.ts";

/** A queue of one place, which is taken until `open` is called, and the order in which tasks ran. */
function createQueue() {
  const queue = new PQueue<FairQueue, FairOptions>({ concurrency: 1, queueClass: FairQueue });
  queue.pause();
  const ran: string[] = [];
  const add = (name: string, options: FairOptions = {}) =>
    queue.add(async () => void ran.push(name), options);
  return { queue, ran, add };
}

test("parties take turns, and each keeps its own order", async () => {
  const { queue, ran, add } = createQueue();
  const [a, b] = [{}, {}];
  for (const name of ["a1", "a2", "a3"]) void add(name, { party: a });
  for (const name of ["b1", "b2"]) void add(name, { party: b });
  void add("nobody's");
  queue.start();
  await queue.onIdle();
  expect(ran).toEqual(["a1", "b1", "nobody's", "a2", "b2", "a3"]);
});

test("a higher priority goes before any turn", async () => {
  const { queue, ran, add } = createQueue();
  const [a, b] = [{}, {}];
  for (const name of ["a1", "a2"]) void add(name, { party: a, priority: 1 });
  void add("b0", { party: b });
  void add("b2", { party: b, priority: 2 });
  queue.start();
  await queue.onIdle();
  expect(ran).toEqual(["b2", "a1", "a2", "b0"]);
});

test("what is given up leaves, and a party that has nothing left is out of turn", async () => {
  const { queue, ran, add } = createQueue();
  const leaver = new AbortController();
  const a = {};
  const left = add("a1", { party: a, signal: leaver.signal });
  void add("b1", { party: {} });
  leaver.abort(new Error("gone"));
  await expect(left).rejects.toThrow("gone");
  expect(queue.size).toBe(1);
  void add("a2", { party: a });
  queue.start();
  await queue.onIdle();
  expect(ran).toEqual(["b1", "a2"]);
});

test("whose share is used up waits, and lets others and lower priorities pass", async () => {
  const { queue, ran, add } = createQueue();
  const used = { taken: 1, most: () => 1 };
  const free = { taken: 0, most: () => 1 };
  const waits = add("used", { party: "a", priority: 1, shares: [free, used] });
  void add("behind it", { party: "a", priority: 1 });
  void add("free", { party: "b", shares: [free] });
  queue.start();
  await queue.onIdle();
  expect(ran).toEqual(["free"]);
  used.taken = 0;
  queue.concurrency = 1;
  await waits;
  await queue.onIdle();
  expect(ran).toEqual(["free", "used", "behind it"]);
});

/** What a queue does, as a list that is searched through for each step. */
function createPlainModel() {
  let waiting: { id: string; party: number; priority: number; reader: number }[] = [];
  let turns: { party: number; priority: number }[] = [];
  const taken = [0, 0, 0];
  const isOf = (one: { party: number; priority: number }, other: typeof one) =>
    one.party === other.party && one.priority === other.priority;
  const next = () =>
    turns
      .toSorted((one, other) => other.priority - one.priority)
      .map((turn) => waiting.find((one) => isOf(one, turn)))
      .find((one) => one !== undefined && (taken[one.reader] ?? 0) < MOST_OF_ONE);
  const leave = (id: string) => {
    waiting = waiting.filter((one) => one.id !== id);
    turns = turns.filter((turn) => waiting.some((one) => isOf(one, turn)));
  };
  return {
    taken,
    next,
    leave,
    add(task: (typeof waiting)[number]) {
      waiting = [...waiting, task];
      if (!turns.some((turn) => isOf(turn, task))) turns = [...turns, task];
    },
    take() {
      const task = next();
      if (task === undefined) return undefined;
      leave(task.id);
      const turn = turns.find((one) => isOf(one, task));
      if (turn !== undefined) turns = [...turns.filter((one) => one !== turn), turn];
      return task;
    },
    count: () => waiting.length,
  };
}

const MOST_OF_ONE = 2;

test("whatever comes, leaves and ends, all run once and within their shares, in the order of a plain model", () => {
  const step = fc.oneof(
    fc.record({
      do: fc.constant("add" as const),
      party: fc.nat({ max: 3 }),
      priority: fc.nat({ max: 2 }),
      reader: fc.nat({ max: 2 }),
    }),
    fc.record({ do: fc.constant("remove" as const), which: fc.nat({ max: 40 }) }),
    fc.record({ do: fc.constant("run" as const) }),
    fc.record({ do: fc.constant("end" as const), which: fc.nat({ max: 5 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80, size: "max" }), (steps) => {
      const queue = new FairQueue();
      const model = createPlainModel();
      const parties = [{}, "b", {}, "d"];
      const shares = model.taken.map(() => ({ taken: 0, most: () => MOST_OF_ONE }));
      const ran: string[] = [];
      const expected: string[] = [];
      let running: number[] = [];
      for (const [at, one] of steps.entries()) {
        const id = String(at);
        if (one.do === "add") {
          const { party, priority, reader } = one;
          const share = shares[reader];
          const run = async () => void ran.push(id);
          queue.enqueue(run, { id, priority, party: parties[party], shares: share && [share] });
          model.add({ id, party, priority, reader });
        } else if (one.do === "remove") {
          queue.remove(String(one.which));
          model.leave(String(one.which));
        } else if (one.do === "run") {
          void queue.dequeue()?.();
          const task = model.take();
          if (task !== undefined) {
            expected.push(task.id);
            model.taken[task.reader] = (model.taken[task.reader] ?? 0) + 1;
            running.push(task.reader);
          }
        } else {
          const reader = running[one.which];
          running = running.filter((_other, index) => index !== one.which);
          if (reader !== undefined) model.taken[reader] = (model.taken[reader] ?? 0) - 1;
        }
        // As the task itself does, which knows when it ends.
        for (const [reader, share] of shares.entries()) share.taken = model.taken[reader] ?? 0;
        expect(ran).toEqual(expected);
        expect(queue.size).toBe(model.next() === undefined ? 0 : model.count());
        expect(queue.filter({})).toHaveLength(model.count());
      }
    }),
    { numRuns: 500 },
  );
});
