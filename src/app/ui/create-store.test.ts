import { expect, test, vi } from "vitest";
import { createStore } from "./create-store.ts";

test("a listener hears of another value, until it has gone", () => {
  const store = createStore("one");
  const listener = vi.fn<() => void>();
  const unsubscribe = store.subscribe(listener);
  store.set("two");
  expect(store.get()).toBe("two");
  expect(listener).toHaveBeenCalledTimes(1);
  unsubscribe();
  store.set("three");
  expect(store.get()).toBe("three");
  expect(listener).toHaveBeenCalledTimes(1);
});

test("a value that is the same is told nobody, and the first object of it stays", () => {
  const first = { row: 1 };
  const store = createStore(first, (one, other) => one.row === other.row);
  const listener = vi.fn<() => void>();
  store.subscribe(listener);
  store.set({ row: 1 });
  expect(store.get()).toBe(first);
  expect(listener).not.toHaveBeenCalled();
  store.set({ row: 2 });
  expect(listener).toHaveBeenCalledTimes(1);
});

test("stores know nothing of each other", () => {
  const [one, other] = [createStore(0), createStore(0)];
  const listener = vi.fn<() => void>();
  other.subscribe(listener);
  one.set(1);
  expect(other.get()).toBe(0);
  expect(listener).not.toHaveBeenCalled();
});
