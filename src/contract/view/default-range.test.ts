import { beforeEach, expect, test, vi } from "vitest";
import { RELATIVE_RANGES } from "#contract/time/relative-range.ts";

beforeEach(() => vi.resetModules());

test.each(RELATIVE_RANGES)(
  "with %s as the default, each range survives its link",
  async (range) => {
    vi.doMock(import("#contract/time/time-range.ts"), async (original) => ({
      ...(await original()),
      DEFAULT_TIME_RANGE: { relative: range },
    }));
    const { readView, viewSearch } = await import("./view-codec.ts");
    const { DEFAULT_VIEW } = await import("./view.ts");
    expect(viewSearch(DEFAULT_VIEW)).toBe("");
    for (const relative of RELATIVE_RANGES) {
      const search = viewSearch({ ...DEFAULT_VIEW, time: { relative } });
      expect(search).toBe(relative === range ? "" : `?range=${relative}`);
      expect(readView(new URLSearchParams(search)).view.time).toEqual({ relative });
    }
  },
);
