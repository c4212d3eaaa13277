import { expect, test } from "vitest";
import { areFree, createShares, within } from "./shares.ts";

function open(mostOf: (keys: number, tasks: number) => number) {
  let now = 0;
  const shares = createShares(mostOf, () => now);
  return {
    shares,
    later(ms: number) {
      now += ms;
    },
  };
}

test("a share is one for all who use its key", async () => {
  const { shares } = open(() => 2);
  let release: () => void = () => undefined;
  const hold = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first = shares.use("reader", (share) => within([share], () => hold));
  await shares.use("reader", (share) =>
    within([share], async () => {
      expect(share.taken).toBe(2);
      expect(areFree([share])).toBe(false);
    }),
  );
  release();
  await first;
  await shares.use("reader", async (share) => expect(share.taken).toBe(0));
});

test("a task that fails gives its places back", async () => {
  const { shares } = open(() => 1);
  await shares.use("reader", async (share) => {
    await expect(within([share], () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(areFree([share])).toBe(true);
  });
});

test("what one may have hangs on how many there are, and who is gone for long is none of them", async () => {
  const { shares, later } = open((keys) => 10 / keys);
  const most = () => shares.use("a", async (share) => share.most());
  expect(await most()).toBe(10);
  await shares.use("b", async () => undefined);
  later(1_500);
  expect(await most()).toBe(5);
  later(1_500);
  expect(await most()).toBe(10);
  expect(shares.size).toBe(1);
  later(5_000);
  expect(shares.size).toBe(0);
});

test("and on how many tasks it has itself", async () => {
  const { shares } = open((_keys, tasks) => 10 / tasks);
  await shares.use("a", (share) =>
    shares.use("a", async () => {
      expect(share.most()).toBe(5);
    }),
  );
  await shares.use("a", async (share) => expect(share.most()).toBe(10));
});
