import { expect, test } from "vitest";
import { areFree, createShares, within } from "./shares.ts";

test("a share is one for all who use its key, and is forgotten with the last of them", async () => {
  const shares = createShares(2);
  let release: () => void = () => undefined;
  const hold = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first = shares.use("reader", (share) => within([share], () => hold));
  await shares.use("reader", (share) =>
    within([share], async () => {
      expect(share).toMatchObject({ taken: 2, most: 2 });
      expect(areFree([share])).toBe(false);
    }),
  );
  expect(shares.size).toBe(1);
  release();
  await first;
  expect(shares.size).toBe(0);
});

test("a task that fails gives its places back", async () => {
  const shares = createShares(1);
  await shares.use("reader", async (share) => {
    await expect(within([share], () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(areFree([share])).toBe(true);
  });
});
