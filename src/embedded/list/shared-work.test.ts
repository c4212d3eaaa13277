import { expect, test } from "vitest";
import { createSharedWork } from "./shared-work.ts";

/** Work that ends when it is told to, and knows whether it was stopped. */
function createJob() {
  const starts: { end: (value: string) => void; signal: AbortSignal }[] = [];
  const start = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      starts.push({ end: resolve, signal });
      signal.addEventListener("abort", () => reject(new Error("stopped")));
    });
  return { starts, start };
}

test("what is asked by the same name at once is done once, by another name beside it", async () => {
  const share = createSharedWork<string>();
  const { starts, start } = createJob();
  const asked = [share("a", start), share("a", start), share("b", start)];
  expect(starts).toHaveLength(2);
  starts[0]?.end("one");
  starts[1]?.end("two");
  expect(await Promise.all(asked)).toEqual(["one", "one", "two"]);
  const again = share("a", start);
  starts[2]?.end("three");
  expect(await again).toBe("three");
});

test("it goes on while anybody waits, and is stopped when the last has gone", async () => {
  const share = createSharedWork<string>();
  const { starts, start } = createJob();
  const [first, second] = [new AbortController(), new AbortController()];
  const asked = [share("a", start, first.signal), share("a", start, second.signal)];
  const ended = Promise.allSettled(asked);
  first.abort(new Error("gone"));
  expect(starts[0]?.signal.aborted).toBe(false);
  second.abort(new Error("gone too"));
  expect(starts[0]?.signal.aborted).toBe(true);
  expect(await ended).toMatchObject([
    { status: "rejected", reason: { message: "gone" } },
    { status: "rejected", reason: { message: "gone too" } },
  ]);
});

test("what was stopped is begun anew by the next who asks", async () => {
  const share = createSharedWork<string>();
  const { starts, start } = createJob();
  const gone = new AbortController();
  const stopped = share("a", start, gone.signal).catch(() => "stopped");
  gone.abort();
  const next = share("a", start);
  expect(starts).toHaveLength(2);
  starts[1]?.end("two");
  expect([await stopped, await next]).toEqual(["stopped", "two"]);
  // The end of the first must not have forgotten the second.
  await expect(share("a", start, AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
});

test("a failure is everybody's, and not the next one's", async () => {
  const share = createSharedWork<string>();
  const asked = [1, 2].map(() => share("a", () => Promise.reject(new Error("broken"))));
  for (const result of asked) await expect(result).rejects.toThrow("broken");
  expect(await share("a", () => Promise.resolve("well"))).toBe("well");
});
