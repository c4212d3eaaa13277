import fc from "fast-check";
import { expect, test } from "vitest";
import { elementHeight, scrolled, scrollTo } from "./scroll-space.ts";

const VIEW = 800;
const extents = fc
  .integer({ min: VIEW, max: 400_000_000 })
  .map((listHeight) => ({ listHeight, viewHeight: VIEW }));

test("a list that fits an element is scrolled as it is", () => {
  const extent = { listHeight: 300_000, viewHeight: VIEW };
  expect(scrollTo(1234, extent)).toEqual({ scrollTop: 1234, offset: 0 });
  expect(scrolled({ scrollTop: 0, offset: 0 }, 299_000, extent)).toEqual({ y: 299_000, offset: 0 });
});

test("any place of the list can be gone to, within the element", () => {
  fc.assert(
    fc.property(extents, fc.double({ min: 0, max: 1, noNaN: true }), (extent, share) => {
      const y = Math.round(share * (extent.listHeight - VIEW));
      const { scrollTop, offset } = scrollTo(y, extent);
      expect(scrollTop + offset).toBe(y);
      expect(scrollTop).toBeGreaterThanOrEqual(0);
      expect(scrollTop).toBeLessThanOrEqual(elementHeight(extent.listHeight) - VIEW);
    }),
  );
});

test("a wheel moves by its pixels, and so reaches both ends of the tallest list", () => {
  fc.assert(
    fc.property(
      extents,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.boolean(),
      (extent, share, down) => {
        const most = elementHeight(extent.listHeight) - VIEW;
        const end = extent.listHeight - VIEW;
        // Near an end, since a wheel needs a while for the rest.
        const start = Math.round(down ? end - share * 20_000 : share * 20_000);
        let at = scrollTo(Math.min(Math.max(0, start), end), extent);
        let y = at.scrollTop + at.offset;
        for (let step = 0; step < 300; step += 1) {
          const before = y;
          const wheel = Math.min(Math.max(0, at.scrollTop + (down ? 100 : -100)), most);
          const next = scrolled(at, wheel, extent);
          y = next.y;
          at = { scrollTop: next.scrollTop ?? wheel, offset: next.offset };
          expect(Math.abs(y - before)).toBeLessThanOrEqual(100);
        }
        expect(y).toBe(down ? end : 0);
      },
    ),
  );
});

test("dragging the bar to its end is the end of the list", () => {
  const extent = { listHeight: 323_000_000, viewHeight: VIEW };
  const most = elementHeight(extent.listHeight) - VIEW;
  expect(scrolled({ scrollTop: 0, offset: 0 }, most, extent).y).toBe(extent.listHeight - VIEW);
  expect(scrolled(scrollTo(1e8, extent), 0, extent).y).toBe(0);
});
