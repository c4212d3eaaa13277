import fc from "fast-check";
import { expect, test } from "vitest";
import { MOST_MARKS, readMarks, withMarks, withoutMark, writeMarks } from "./heard-marks.ts";

const marks = fc.uniqueArray(
  fc.record({
    contactId: fc.string({ minLength: 1, maxLength: 40 }),
    at: fc.nat(2_000_000_000_000),
  }),
  { selector: ({ contactId }) => contactId, maxLength: 30 },
);

test("marks survive their file", () => {
  fc.assert(
    fc.property(marks, (some) => {
      const inOrder = withMarks([], some);
      expect(readMarks(writeMarks(inOrder, "ccc"), "ccc")).toEqual({ marks: inOrder });
    }),
  );
});

test("a call is marked once, as it was first, and a mark that is taken back is gone", () => {
  const both = withMarks(
    [{ contactId: "a", at: 5 }],
    [
      { contactId: "a", at: 3 },
      { contactId: "b", at: 4 },
    ],
  );
  expect(both).toEqual([
    { contactId: "a", at: 3 },
    { contactId: "b", at: 4 },
  ]);
  expect(withoutMark(both, "a")).toEqual([{ contactId: "b", at: 4 }]);
});

test("of too many the latest stay", () => {
  const many = Array.from({ length: MOST_MARKS + 2 }, (_unused, at) => ({
    contactId: `job-${at}`,
    at,
  }));
  const kept = withMarks([], many);
  expect(kept).toHaveLength(MOST_MARKS);
  expect(kept[0]?.contactId).toBe("job-2");
});

test.each([
  ["{", { fault: "json", place: "1:2" }],
  ["[]", { fault: "shape", place: "" }],
  [
    '{"version":1,"instance":"ccc","heard":[{"contactId":"a"}]}',
    { fault: "shape", place: "heard.0.at" },
  ],
  ['{"version":1,"instance":"ccc"}', { fault: "shape", place: "heard" }],
  ['{"version":1,"instance":"other","heard":[]}', { fault: "instance" }],
])("%s is refused, and where it is wrong is said", (text, fault) => {
  expect(readMarks(text, "ccc")).toEqual(fault);
});
