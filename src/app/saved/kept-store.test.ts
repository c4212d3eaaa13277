import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { START_VIEW_KEY } from "#app/api/start-view.ts";
import { changeKeptViews, keptNow, noteRecent } from "./kept-store.ts";
import { addView, changeKept, LAST, removeView, type Kept } from "./kept-views.ts";
import { KEPT_KEY } from "./saved-keys.ts";

/** A storage of some letters, as browsers have one of some megabytes. */
function createStorage(room: number) {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    removeItem: (key: string) => void items.delete(key),
    setItem(key: string, value: string) {
      const others = [...items].filter(([name]) => name !== key).map(([, text]) => text);
      if ([...others, value].join("").length > room)
        throw new DOMException("full", "QuotaExceededError");
      items.set(key, value);
    },
  };
}

let storage: ReturnType<typeof createStorage>;
beforeEach(() => {
  storage = createStorage(5_000);
  vi.stubGlobal("localStorage", storage);
});
afterEach(() => vi.unstubAllGlobals());

const MORNING = { id: "1", name: "早班", view: "?range=morning" };
const startsWith = (start: string) => (kept: Kept) => ({ ...kept, start });

test("a text that cannot be read is kept aside, each one", () => {
  for (const text of ["{half", "[]"]) {
    storage.items.set(KEPT_KEY, text);
    expect(keptNow().views).toEqual([]);
    expect(changeKeptViews((kept) => addView(kept, MORNING))).toBe(true);
    expect(keptNow().views).toEqual([MORNING]);
  }
  expect(storage.items.get("callscope.views.aside.1")).toBe("{half");
  expect(storage.items.get("callscope.views.aside.2")).toBe("[]");
});

test("a full storage says so, and keeps what it had", () => {
  changeKeptViews((kept) => addView(kept, MORNING));
  const before = storage.items.get(KEPT_KEY);
  const large = { id: "2", name: "大", view: `?contact=${"x".repeat(6_000)}` };
  expect(changeKeptViews((kept) => addView(kept, large))).toBe(false);
  expect(storage.items.get(KEPT_KEY)).toBe(before);
});

test("the address that one begins with follows its view, and what was looked at last", () => {
  const start = () => storage.getItem(START_VIEW_KEY);
  changeKeptViews((kept) => startsWith("1")(addView(kept, MORNING)));
  expect(start()).toBe("?range=morning");
  changeKeptViews((kept) => changeKept(kept, "1", { view: "?range=today" }));
  expect(start()).toBe("?range=today");
  noteRecent("?range=last7d");
  expect(start()).toBe("?range=today");
  changeKeptViews((kept) => removeView(kept, "1"));
  expect(start()).toBeNull();
  changeKeptViews(startsWith(LAST));
  expect(start()).toBe("?range=last7d");
  noteRecent("");
  expect(start()).toBeNull();
});
