import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { createSharedFlights } from "./shared-flights.ts";

/** A call that ends when it is told to, and what became of it. */
function createCall() {
  let resolve: (answer: string) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const signals: AbortSignal[] = [];
  const start = (signal: AbortSignal) => {
    signals.push(signal);
    return new Promise<string>((settle, fail) => {
      [resolve, reject] = [settle, fail];
      signal.addEventListener("abort", () => fail(signal.reason));
    });
  };
  return {
    start,
    signals,
    answer: (text: string) => resolve(text),
    fail: (error: Error) => reject(error),
  };
}

const never = new AbortController().signal;
const LEFT = new Error("left");

test("equal calls under way are one, and all who wait get its answer", async () => {
  const flights = createSharedFlights<string>();
  const call = createCall();
  const waiting = [1, 2, 3].map(() => flights.join("a", never, call.start));
  expect(flights.has("a")).toBe(true);
  expect(call.signals).toHaveLength(1);
  call.answer("yes");
  expect(await Promise.all(waiting)).toEqual(["yes", "yes", "yes"]);
  expect(flights.has("a")).toBe(false);
});

test("calls of other keys are others", async () => {
  const flights = createSharedFlights<string>();
  const waiting = ["a", "b"].map((key) => flights.join(key, never, async () => key));
  expect(await Promise.all(waiting)).toEqual(["a", "b"]);
});

test("an answer is not kept: who comes after it asks anew", async () => {
  const flights = createSharedFlights<number>();
  let calls = 0;
  const start = async () => (calls += 1);
  expect(await flights.join("a", never, start)).toBe(1);
  expect(await flights.join("a", never, start)).toBe(2);
});

test("a failure is told to all who wait, and forgotten", async () => {
  const flights = createSharedFlights<string>();
  const call = createCall();
  const waiting = [1, 2].map(() => flights.join("a", never, call.start));
  call.fail(new Error("no"));
  for (const one of waiting) await expect(one).rejects.toThrow("no");
  expect(flights.has("a")).toBe(false);
  expect(await flights.join("a", never, async () => "yes")).toBe("yes");
});

test("who leaves is let go at once, and the others still get the answer", async () => {
  const flights = createSharedFlights<string>();
  const call = createCall();
  const leaver = new AbortController();
  const left = flights.join("a", leaver.signal, call.start);
  const stayed = flights.join("a", never, call.start);
  leaver.abort(LEFT);
  await expect(left).rejects.toBe(LEFT);
  expect(call.signals[0]?.aborted).toBe(false);
  call.answer("yes");
  expect(await stayed).toBe("yes");
});

test("when the last has left the call is aborted, and who comes then begins another", async () => {
  const flights = createSharedFlights<string>();
  const call = createCall();
  const leavers = [new AbortController(), new AbortController()];
  const left = leavers.map(({ signal }) => flights.join("a", signal, call.start));
  const outcomes = Promise.allSettled(left);
  leavers[0]?.abort(LEFT);
  expect(call.signals[0]?.aborted).toBe(false);
  leavers[1]?.abort(LEFT);
  expect(call.signals[0]?.aborted).toBe(true);
  expect(flights.has("a")).toBe(false);
  const later = flights.join("a", never, call.start);
  expect(call.signals).toHaveLength(2);
  call.answer("yes");
  expect(await later).toBe("yes");
  for (const { status } of await outcomes) expect(status).toBe("rejected");
});

test("who asks while the abort is told does not join what ends", async () => {
  const flights = createSharedFlights<string>();
  let later: Promise<string> | undefined;
  const leaver = new AbortController();
  const left = flights.join("a", leaver.signal, (signal) => {
    signal.addEventListener("abort", () => {
      later = flights.join("a", never, async () => "yes");
    });
    return new Promise(() => undefined);
  });
  leaver.abort(LEFT);
  await expect(left).rejects.toBe(LEFT);
  expect(await later).toBe("yes");
});

test("a call that ends after it was given up does not end the one begun since", async () => {
  const flights = createSharedFlights<string>();
  let end: (answer: string) => void = () => undefined;
  const leaver = new AbortController();
  // It minds no abort, as code of others may not.
  const stubborn = () => new Promise<string>((resolve) => (end = resolve));
  const left = flights.join("a", leaver.signal, stubborn);
  leaver.abort(LEFT);
  await expect(left).rejects.toBe(LEFT);
  const call = createCall();
  const later = flights.join("a", never, call.start);
  end("too late");
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(flights.has("a")).toBe(true);
  call.answer("yes");
  expect(await later).toBe("yes");
});

test("whoever has left already begins nothing", async () => {
  const flights = createSharedFlights<string>();
  const start = vi.fn<() => Promise<string>>(async () => "yes");
  const gone = AbortSignal.abort(LEFT);
  await expect(flights.join("a", gone, start)).rejects.toBe(LEFT);
  await expect(flights.join("a", gone, start, Infinity)).rejects.toBe(LEFT);
  expect(start).not.toHaveBeenCalled();
});

test("a new call takes the key over: earlier ones keep their own, later ones join it", async () => {
  const flights = createSharedFlights<string>();
  const [old, fresh] = [createCall(), createCall()];
  const first = flights.join("a", never, old.start);
  const second = flights.join("a", never, fresh.start, Infinity);
  const third = flights.join("a", never, old.start);
  fresh.answer("new");
  expect(await Promise.all([second, third])).toEqual(["new", "new"]);
  old.answer("old");
  expect(await first).toBe("old");
});

test("a call under way is joined where it began late enough", async () => {
  const flights = createSharedFlights<string>();
  const [old, late] = [createCall(), createCall()];
  const first = flights.join("a", never, old.start);
  expect(flights.has("a", performance.now() + 1)).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 5));
  const since = performance.now();
  const second = flights.join("a", never, late.start, since);
  expect(flights.has("a", since)).toBe(true);
  const third = flights.join("a", never, old.start, since);
  late.answer("late");
  old.answer("old");
  expect(await Promise.all([first, second, third])).toEqual(["old", "late", "late"]);
});

test("an answer leaves no listener at the signal of who waited, nor does a failure", async () => {
  const flights = createSharedFlights<string>();
  const { signal } = new AbortController();
  const added = vi.spyOn(signal, "addEventListener");
  const removed = vi.spyOn(signal, "removeEventListener");
  for (let turn = 0; turn < 10; turn += 1) await flights.join("a", signal, async () => "yes");
  await expect(flights.join("b", signal, () => Promise.reject(LEFT))).rejects.toBe(LEFT);
  expect(added).toHaveBeenCalledTimes(11);
  expect(removed.mock.calls).toEqual(added.mock.calls.map(([type, leave]) => [type, leave]));
});

/** What readers do at some moment of a history. */
const step = fc.oneof(
  fc.record({ do: fc.constant("join" as const), key: fc.constantFrom("a", "b") }),
  fc.record({ do: fc.constant("join anew" as const), key: fc.constantFrom("a", "b") }),
  fc.record({ do: fc.constant("leave" as const), who: fc.nat(9) }),
  fc.record({ do: fc.constant("answer" as const), call: fc.nat(9) }),
  fc.record({ do: fc.constant("fail" as const), call: fc.nat(9) }),
);

/** A plain account of who waits for which call. */
interface ModelCall {
  readonly key: string;
  readonly waiting: Set<number>;
  isOpen: boolean;
  isGivenUp: boolean;
}

test("whatever readers do, each hears once, and of the call that it joined", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const flights = createSharedFlights<string>();
      const real: ReturnType<typeof createCall>[] = [];
      const model: ModelCall[] = [];
      const readers: AbortController[] = [];
      const heard: (string | undefined)[] = [];
      const expected: (string | undefined)[] = [];
      const leading = new Map<string, number>();

      const tell = (at: number, text: string) => {
        const call = model[at];
        if (call?.isOpen !== true) return;
        call.isOpen = false;
        if (leading.get(call.key) === at) leading.delete(call.key);
        for (const who of call.waiting) expected[who] = text;
        call.waiting.clear();
      };
      const leave = (who: number) => {
        const at = model.findIndex(({ waiting }) => waiting.delete(who));
        const call = model[at];
        if (call === undefined) return;
        expected[who] = "left";
        if (call.waiting.size > 0) return;
        call.isOpen = false;
        call.isGivenUp = true;
        if (leading.get(call.key) === at) leading.delete(call.key);
      };
      const join = (key: string, isNew: boolean) => {
        const who = readers.push(new AbortController()) - 1;
        const call = createCall();
        const isBegun = isNew || !leading.has(key);
        if (isBegun) {
          real.push(call);
          leading.set(
            key,
            model.push({ key, waiting: new Set(), isOpen: true, isGivenUp: false }) - 1,
          );
        }
        model[leading.get(key) ?? -1]?.waiting.add(who);
        const signal = readers[who]?.signal ?? never;
        const answer = flights.join(key, signal, call.start, isNew ? Infinity : undefined);
        expect(call.signals).toHaveLength(isBegun ? 1 : 0);
        answer.then(
          (text) => (heard[who] = text),
          (error: Error) => (heard[who] = error.message),
        );
      };

      for (const [at, one] of steps.entries()) {
        if (one.do === "leave") {
          leave(one.who);
          readers[one.who]?.abort(LEFT);
        } else if (one.do === "answer" || one.do === "fail") {
          const text = `${one.do} ${at}`;
          tell(one.call, text);
          if (one.do === "answer") real[one.call]?.answer(text);
          else real[one.call]?.fail(new Error(text));
        } else join(one.key, one.do === "join anew");
        await new Promise((resolve) => setImmediate(resolve));
        expect(heard).toEqual(expected);
        for (const key of ["a", "b"]) expect(flights.has(key)).toBe(leading.has(key));
        const isGivenUp = real.map(({ signals }) => signals[0]?.aborted);
        expect(isGivenUp).toEqual(model.map((call) => call.isGivenUp));
      }
    }),
    { numRuns: 200 },
  );
});
