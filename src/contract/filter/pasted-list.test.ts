import fc from "fast-check";
import { expect, test } from "vitest";
import { MOST_PASTED, readPastedList } from "./pasted-list.ts";

const valuesOf = (text: string) => readPastedList(text).items.map(({ value }) => value);

test("a list is read by whatever stands between and within its items", () => {
  const text =
    '138 0000 0000，139-0000-0000；１３７００００００００、+86 136 0000 0000\t\'13500000000\n"13400000000", job-1a2b-3c\r\n021 5550 0100';
  expect(valuesOf(text)).toEqual([
    "13800000000",
    "13900000000",
    "13700000000",
    "13600000000",
    "13500000000",
    "13400000000",
    "job-1a2b-3c",
    "2155500100",
  ]);
});

test("blanks part numbers, and stand within them", () => {
  expect(valuesOf("13800000000 13900000000")).toEqual(["13800000000", "13900000000"]);
  expect(valuesOf("55500100 55500101")).toEqual(["55500100", "55500101"]);
  expect(valuesOf("138 0000 0000 139 0000 0000")).toEqual(["13800000000", "13900000000"]);
  expect(valuesOf("job-123456 13900000000")).toEqual(["job-123456", "13900000000"]);
});

test("one number in several forms is one", () => {
  const { items, repeated } = readPastedList("13800000000\n+8613800000000\n138-0000-0000");
  expect(items).toHaveLength(1);
  expect(repeated).toBe(2);
  expect(valuesOf("02155500100\n+86 21 5550 0100")).toEqual(["2155500100"]);
});

test("what is neither a number nor an id is named", () => {
  const { items, unknown } = readPastedList("电话\n1.54E+10\n12\n138OOOO0000\nanonymous");
  expect(items).toEqual([]);
  expect(unknown).toEqual(["电话", "1.54E+10", "12", "138OOOO0000", "anonymous"]);
});

test("of any list nothing is lost: 50 are looked for, the others named", () => {
  const item = fc.oneof(
    fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String),
    fc.integer({ min: 100_000, max: 999_999 }).map((id) => `job-${id}`),
    fc.constantFrom("电话", "x", "12"),
  );
  const between = fc.constantFrom("\n", ", ", "\t", "；", "、", "，", "\r\n");
  fc.assert(
    fc.property(fc.array(item, { maxLength: 80 }), between, (texts, mark) => {
      const { items, over, unknown, repeated } = readPastedList(texts.join(mark));
      expect(items.length + over.length + unknown.length + repeated).toBe(texts.length);
      expect(items.length).toBeLessThanOrEqual(MOST_PASTED);
      const known = [...new Set(texts.filter((text) => /\d{3}/.test(text)))];
      expect([...items, ...over].map(({ text }) => text)).toEqual(known);
    }),
  );
});
