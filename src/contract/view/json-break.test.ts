import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonBreak } from "./json-break.ts";

test("the first sign that may not stand there, wherever it is", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.nat(3), (list, indent) => {
      const good = JSON.stringify(list, null, indent).slice(0, -1);
      const lines = good.split("\n");
      const last = lines.at(-1) ?? "";
      expect(jsonBreak(`${good}}]`)).toEqual({ line: lines.length, column: last.length + 1 });
    }),
  );
});

test("a text that ends too early breaks at its end", () => {
  for (const text of ["", "{", '["a', '{"a": tru', "[-", '{"a":\n1,'])
    expect(jsonBreak(text), text).toEqual({
      line: text.split("\n").length,
      column: (text.split("\n").at(-1)?.length ?? 0) + 1,
    });
});
