import { expect, test } from "vitest";
import { createNonceStore } from "./nonce-store.ts";

function storeWithClock() {
  const clock = { now: 1_000 };
  return { clock, nonces: createNonceStore({ ttlMs: 100, now: () => clock.now }) };
}

test("a nonce is taken once", () => {
  const { nonces } = storeWithClock();
  expect(nonces.use("a")).toBe(true);
  expect(nonces.use("a")).toBe(false);
  expect(nonces.use("b")).toBe(true);
});

test("a nonce may be taken again when its time is over, and not before", () => {
  const { clock, nonces } = storeWithClock();
  nonces.use("a");
  clock.now = 1_099;
  expect(nonces.use("a")).toBe(false);
  clock.now = 1_100;
  expect(nonces.use("a")).toBe(true);
});

test("being refused does not make a nonce live longer", () => {
  const { clock, nonces } = storeWithClock();
  nonces.use("a");
  clock.now = 1_099;
  nonces.use("a");
  clock.now = 1_150;
  expect(nonces.use("a")).toBe(true);
});

test("only what arrived within the time to live is held", () => {
  const { clock, nonces } = storeWithClock();
  for (let i = 0; i < 10_000; i += 1) {
    clock.now += 1;
    expect(nonces.use(`nonce-${i}`)).toBe(true);
    expect(nonces.size).toBeLessThanOrEqual(100);
  }
});

test("a clock set back neither forgets a nonce early nor keeps one for good", () => {
  const { clock, nonces } = storeWithClock();
  nonces.use("early");
  clock.now = 500;
  nonces.use("late");
  expect(nonces.use("early")).toBe(false);
  clock.now = 600;
  expect(nonces.use("late")).toBe(true);
  clock.now = 2_000;
  nonces.use("next");
  expect(nonces.size).toBe(1);
});

test("a nonce taken again after a clock was set back does not hold up the others", () => {
  const { clock, nonces } = storeWithClock();
  nonces.use("front");
  clock.now = 500;
  nonces.use("again");
  nonces.use("behind");
  clock.now = 1_099;
  expect(nonces.use("again")).toBe(true);
  clock.now = 1_100;
  nonces.use("next");
  expect(nonces.size).toBe(2);
});
