import fc from "fast-check";
import { expect, test } from "vitest";
import { numberProblem, parsePhone } from "./phone-number.ts";

test.each([
  ["１３８００００００００", "13800000000"],
  ["\u202d138\u00a00000\u20060000\u202c", "13800000000"],
  ["138\u200b0000\u2060-\ufeff0000", "13800000000"],
  ["138\u20100000\u20130000", "13800000000"],
  ["138—0000－0000", "13800000000"],
  ["138\u22120000.0000", "13800000000"],
  ["（021）5550／0100", "02155500100"],
  ["【021】5550·0100", "02155500100"],
  ["021/5550.0100", "02155500100"],
  ["+44 (0)20 7946 0123", "+442079460123"],
  ["tel:+86-138-0000-0000", "+8613800000000"],
  ["TEL:02155500100;ext=12", "02155500100"],
  ["13800000000。", "13800000000"],
  ["138 0000 0000，", "13800000000"],
  ["13800000000;", "13800000000"],
  ["＋86 138 0000 0000", "+8613800000000"],
  ["138****0000", "138****0000"],
  ["15430608579.0", "15430608579"],
  ["15430608579.00", "15430608579"],
  ["1.5430608579E+10", "15430608579"],
  ["'15430608579", "15430608579"],
  ['"15430608579",', "15430608579"],
  ['="02155500100"', "02155500100"],
  ["“154 3060 8579”", "15430608579"],
  ["*86#", "*86#"],
  ["anonymous", "anonymous"],
  ["agent-7@ccc_test", "agent-7@ccc_test"],
])("%j is the number %s", (text, number) => {
  expect(parsePhone(text)).toBe(number);
});

test.each([
  "",
  "  ",
  "\u200b",
  "电话",
  "13800000000 13900000000",
  "13800000000/13900000000",
  "13800000000,13900000000",
  "1'--",
  "'drop table",
  "1".repeat(65),
])("%j is none", (text) => {
  expect(parsePhone(text)).toBeUndefined();
});

test.each([
  ["1.54E10", "lost-digits"],
  ["1.54E+10", "lost-digits"],
  ["1,54e+10", "lost-digits"],
  ["2E10", "lost-digits"],
  ["１．５４Ｅ＋１０", "lost-digits"],
  ["'1.54306E+10'", "lost-digits"],
  ["1543O608579", "letters"],
  ["l5430608579", "letters"],
  ["154-3O6O-8579", "letters"],
  ["+86I5430608579", "letters"],
] as const)("%s is no number that was meant: %s", (text, problem) => {
  expect(parsePhone(text)).toBeUndefined();
  expect(numberProblem(text)).toBe(problem);
});

test.each(["anonymous", "lobby", "OO", "Il2", "agent-10", "e10", "12e", "电话", "021-5550.0100"])(
  "%s is not taken for a number that was spoilt",
  (text) => expect(numberProblem(text)).toBeUndefined(),
);

const digits = fc.stringMatching(/^\+?\d{1,14}$/);
const between = fc.stringMatching(
  /^[ \t()[\]./·\u2010-\u2015\u2212－．（）\u200b\u202c\u2069\u00a0-]{0,2}$/u,
);

test("whatever is put between, before and behind the digits of a number, it is that number", () => {
  fc.assert(
    fc.property(
      digits,
      fc.array(between, { minLength: 1 }),
      fc.boolean(),
      (number, marks, isFull) => {
        const text = [...number]
          .map((char, index) => {
            const written = isFull ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char;
            return (marks[index % marks.length] ?? "") + written;
          })
          .join("");
        // Between a plus and its digits there may be anything; before the plus nothing but blanks.
        const isRead = number.startsWith("+") ? text.replace(/^[^+＋]*/u, "") : text;
        const written = `${isRead}${marks[0]}`;
        const plain = written.normalize("NFKC").replace(/\p{Cf}/gu, "");
        // So a number looks that was taken for a quantity,
        fc.pre(!/\.0{1,2}\.*$/.test(plain.replace(/[\s()[\]]/g, "")));
        // and so one with the 0 that is only dialled from within the country.
        fc.pre(!/\+\d{1,3}\s*\(0\)/.test(plain));
        expect(parsePhone(written)).toBe(number);
      },
    ),
    { numRuns: 300 },
  );
});

test("a number that was read is read again as itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const number = parsePhone(text);
      expect(number === undefined ? undefined : parsePhone(number)).toBe(number);
    }),
    { numRuns: 300 },
  );
});
