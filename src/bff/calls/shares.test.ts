import { expect, test } from "vitest";
import { areFree, createShares, holding, within } from "./shares.ts";

test("a share is one for all who hold its key", async () => {
  const shares = createShares(
    () => 2,
    () => 0,
  );
  const [one, same, other] = [shares.hold("a"), shares.hold("a"), shares.hold("b")];
  await within([one], async () => {
    expect(areFree([same])).toBe(true);
    await within([same], async () => {
      expect(areFree([one])).toBe(false);
      expect(areFree([other, one])).toBe(false);
      expect(areFree([other])).toBe(true);
    });
  });
  expect(areFree([one])).toBe(true);
});

test("a task that fails gives its places back, and what it held is let go", async () => {
  let now = 0;
  const shares = createShares(
    () => 1,
    () => now,
  );
  const fail = () => Promise.reject(new Error("no"));
  const run = () => holding([[shares, "a"]], ([share]) => within(share ? [share] : [], fail));
  await expect(run()).rejects.toThrow("no");
  expect(areFree([shares.hold("a")])).toBe(true);
  shares.letGo("a");
  now += 5_000;
  expect(shares.size).toBe(0);
});

test("who is gone for a moment is still there, and who is gone for long is not", () => {
  let now = 0;
  const shares = createShares(
    () => 1,
    () => now,
  );
  const first = shares.hold("a");
  shares.hold("b");
  shares.letGo("a");
  now += 1_500;
  expect(shares.hold("a")).toBe(first);
  now += 5_000;
  expect(shares.size).toBe(2);
  shares.letGo("a");
  shares.letGo("b");
  now += 1_500;
  expect(shares.size).toBe(2);
  now += 1_500;
  expect(shares.size).toBe(0);
});

test("what one may have hangs on how many tasks hold it", () => {
  const shares = createShares(
    (tasks) => 10 / tasks,
    () => 0,
  );
  const share = shares.hold("a");
  expect(share.most()).toBe(10);
  shares.hold("a");
  expect(share.most()).toBe(5);
  shares.letGo("a");
  expect(share.most()).toBe(10);
});

test("what has no name has no share", async () => {
  const shares = createShares(
    () => 1,
    () => 0,
  );
  await holding([[shares, undefined]], async (held) => expect(held).toEqual([]));
  expect(shares.size).toBe(0);
});
