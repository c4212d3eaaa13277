import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addView,
  changeKept,
  freeName,
  LAST,
  mergeViews,
  moveView,
  NOTHING_KEPT,
  putBack,
  readKept,
  removeView,
  sameNames,
  writeKept,
  type Kept,
} from "./kept-views.ts";

const name = fc.string({
  minLength: 1,
  maxLength: 80,
  unit: fc.constantFrom("早", "班", "a", "1"),
});
const view = fc.constantFrom("", "?range=last7d", "?disposition=NoAnswer", "?caller=eyJ0oken");
const kept: fc.Arbitrary<Kept> = fc
  .uniqueArray(fc.record({ id: fc.uuid(), name, view }), { selector: ({ id }) => id, maxLength: 8 })
  .chain((views) =>
    fc.record({
      views: fc.constant(views),
      start: fc.oneof(
        fc.constantFrom(undefined, LAST, ...views.map(({ id }) => id)),
        fc.record({ name: fc.constant("全队"), view }),
      ),
      aside: fc.constant([]),
      rest: fc.constant({ version: 1 }),
    }),
  );

test("what is written is read again", () => {
  fc.assert(
    fc.property(kept, (one) => {
      expect(readKept(writeKept(one))).toEqual(one);
    }),
  );
});

test("whatever was stored, a change loses nothing of it that is not the change", () => {
  const entry = fc.oneof(
    fc.jsonValue(),
    fc.record({ id: fc.uuid(), name, view, tags: fc.jsonValue() }),
  );
  const stored = fc.record(
    { version: fc.nat(), views: fc.array(entry), start: fc.jsonValue(), folders: fc.jsonValue() },
    { requiredKeys: ["views"] },
  );
  const added = { id: "added", name: "早班", view: "?range=today" };
  fc.assert(
    fc.property(stored, (before) => {
      // As storage has it: without what JSON does not say.
      const { views, ...others } = JSON.parse(JSON.stringify(before)) as typeof before;
      const read = readKept(JSON.stringify(before));
      if (read === undefined) throw new Error("it was not read");
      const after = JSON.parse(writeKept(addView(read, added))) as typeof before;
      expect(after).toMatchObject(others);
      for (const one of [...views, added]) expect(after.views).toContainEqual(one);
      expect(after.views).toHaveLength(views.length + 1);
    }),
  );
});

test("no text breaks the reading of it", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const read = readKept(text);
      expect(read === undefined || Array.isArray(read.views)).toBe(true);
    }),
  );
});

test("a view that was taken away comes back to its place, also as the one to begin with", () => {
  fc.assert(
    fc.property(kept, fc.nat(7), (before, index) => {
      const id = before.views[index % (before.views.length || 1)]?.id ?? "";
      const gone = removeView(before, id);
      expect(gone.views.some((one) => one.id === id)).toBe(false);
      expect(gone.start === id).toBe(false);
      expect(putBack(gone, id, before)).toEqual(before);
    }),
  );
});

test("moved down and up again a view is where it was, and at an end it stays", () => {
  fc.assert(
    fc.property(kept, fc.nat(7), (before, index) => {
      const { id } = before.views[index] ?? { id: "" };
      const down = moveView(before, id, 1);
      const isLast = index >= before.views.length - 1;
      expect(down === before).toBe(isLast);
      expect(isLast ? down : moveView(down, id, -1)).toEqual(before);
    }),
  );
});

test("what comes in is there, once, and nothing else has gone but what it replaces", () => {
  const coming = fc.array(fc.record({ name, view }), { maxLength: 6 });
  const merged = (
    before: Kept,
    views: readonly { name: string; view: string }[],
    sameName: "both" | "replace" | "skip",
  ) => {
    let nth = 0;
    const made = mergeViews(before, views, sameName, () => `new-${(nth += 1)}`);
    const ids = made.kept.views.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.slice(0, before.views.length)).toEqual(before.views.map(({ id }) => id));
    return made;
  };
  fc.assert(
    fc.property(kept, coming, (before, views) => {
      const both = merged(before, views, "both").kept.views;
      expect(both).toEqual(expect.arrayContaining([...before.views]));
      for (const one of views) expect(both.map((other) => other.view)).toContain(one.view);
      const skipped = merged(before, views, "skip");
      expect(skipped.kept.views).toEqual(expect.arrayContaining([...before.views]));
      expect(skipped.count).toBe(skipped.kept.views.length - before.views.length);
      // The same file again brings nothing that is not here, where each name is one view.
      const byName = [...new Map(views.map((one) => [one.name, one])).values()];
      const replaced = merged(before, byName, "replace").kept;
      expect(mergeViews(replaced, byName, "replace", () => "again").count).toBe(0);
    }),
  );
});

test("of the same name is what differs in what it shows", () => {
  const here = addView(NOTHING_KEPT, { id: "1", name: "早班", view: "?range=today" });
  const coming = [
    { name: "早班", view: "?range=today" },
    { name: "早班", view: "?range=last7d" },
    { name: "晚班", view: "" },
  ];
  expect(sameNames(here, coming)).toEqual([coming[1]]);
});

test("a name that is taken gets a number, within what names may have", () => {
  const taken = [{ name: "早班" }, { name: "早班 (2)" }];
  expect(freeName(" 早班 ", taken)).toBe("早班 (3)");
  const long = "班".repeat(80);
  expect(freeName(`${long}班`, [])).toBe(long);
  expect(freeName(long, [{ name: long }])).toBe(`${"班".repeat(76)} (2)`);
});

test("a view is renamed and updated by itself", () => {
  const two = ["1", "2"].reduce(
    (all, id) => addView(all, { id, name: id, view: "" }),
    NOTHING_KEPT,
  );
  expect(changeKept(two, "2", { name: "晚班" }).views.map((one) => one.name)).toEqual([
    "1",
    "晚班",
  ]);
});
