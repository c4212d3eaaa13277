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

test("whatever comes and leaves, all that stay run once, in the order of a plain model", () => {
  const step = fc.oneof(
    fc.record({
      do: fc.constant("add" as const),
      party: fc.nat({ max: 3 }),
      priority: fc.nat({ max: 2 }),
    }),
    fc.record({ do: fc.constant("remove" as const), which: fc.nat({ max: 40 }) }),
    fc.record({ do: fc.constant("run" as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const queue = new FairQueue();
      const parties = [{}, {}, {}, {}];
      const ran: string[] = [];
      const expected: string[] = [];
      /** Those that wait; and per priority whose turn it is, as a list that is searched. */
      let waiting: { id: string; party: number; priority: number }[] = [];
      const turns = new Map<number, number[]>();
      const leave = (id: string) => {
        const one = waiting.find((other) => other.id === id);
        waiting = waiting.filter((other) => other !== one);
        if (one === undefined) return;
        const isLast = !waiting.some(
          ({ party, priority }) => party === one.party && priority === one.priority,
        );
        const turn = turns.get(one.priority) ?? [];
        if (isLast)
          turns.set(
            one.priority,
            turn.filter((party) => party !== one.party),
          );
      };
      for (const [at, one] of steps.entries()) {
        const id = String(at);
        if (one.do === "add") {
          queue.enqueue(async () => void ran.push(id), {
            id,
            party: parties[one.party],
            priority: one.priority,
          });
          waiting.push({ id, party: one.party, priority: one.priority });
          const turn = turns.get(one.priority) ?? [];
          if (!turn.includes(one.party)) turns.set(one.priority, [...turn, one.party]);
        } else if (one.do === "remove") {
          queue.remove(String(one.which));
          leave(String(one.which));
        } else {
          const top = Math.max(...waiting.map(({ priority }) => priority));
          const [party] = turns.get(top) ?? [];
          const next = waiting.find((two) => two.priority === top && two.party === party);
          void queue.dequeue()?.();
          if (next !== undefined) {
            expected.push(next.id);
            leave(next.id);
            const turn = turns.get(top) ?? [];
            if (turn[0] === party && party !== undefined) turns.set(top, [...turn.slice(1), party]);
          }
        }
        expect(ran).toEqual(expected);
        expect(queue.size).toBe(waiting.length);
        expect(queue.filter({})).toHaveLength(waiting.length);
      }
    }),
    { numRuns: 300 },
  );
});
