import fc from "fast-check";
import { expect, test } from "vitest";
import { beginTrail, DEPTH, noteChange, redo, undo } from "./view-trail.ts";

const trails = fc
  .array(fc.string(), { maxLength: 40 })
  .map((views) => views.reduce(noteChange<string>, beginTrail("")));

test("what is undone is done again, as often as there are changes, twenty at most", () => {
  fc.assert(
    fc.property(trails, (trail) => {
      let [steps, back] = [0, trail];
      for (let next = undo(back); next; next = undo(back)) [steps, back] = [steps + 1, next];
      expect(steps).toBe(trail.past.length);
      expect(steps).toBeLessThanOrEqual(DEPTH);
      for (let next = redo(back); next; next = redo(back)) back = next;
      expect(back).toEqual(trail);
    }),
  );
});

test("a new change ends what could be done again", () => {
  const trail = noteChange(noteChange(beginTrail("a"), "b"), "c");
  const changed = noteChange(undo(trail) ?? trail, "d");
  expect(redo(changed)).toBeUndefined();
  expect(undo(changed)?.now).toBe("b");
});
