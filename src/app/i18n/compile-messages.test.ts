import fc from "fast-check";
import { _createCache, _createIntlFormatters } from "use-intl";
import formatParsed from "use-intl/format-message";
import formatCompiled from "use-intl/format-message/format-only";
import { expect, test } from "vitest";
import { LOCALES } from "#contract/api/locales.ts";
import { messagesEnUs } from "#labels/messages-en-us.ts";
import { messagesZhCn } from "#labels/messages-zh-cn.ts";
import { compileMessages, type CompiledTexts, type Texts } from "./compile-messages.ts";

const MESSAGES = { "zh-CN": messagesZhCn, "en-US": messagesEnUs };

type Compiled = Parameters<typeof formatCompiled>[1];

interface Text {
  readonly path: string;
  readonly written: string;
  readonly compiled: Compiled;
}

/** Every text, with its path, as it is written and as it is compiled. */
function textsOf(texts: Texts, compiled: CompiledTexts, path = ""): Text[] {
  return Object.entries(texts).flatMap(([name, written]) => {
    const made = compiled[name];
    return typeof written === "string"
      ? // Where a text stood there is a message now, and where a group stood, a group.
        [{ path: path + name, written, compiled: made as Compiled }]
      : textsOf(written, made as CompiledTexts, `${path}${name}.`);
  });
}

/** The blanks of a text; `isNumber` where one is counted or formatted, and takes numbers alone. */
const blanksOf = (text: string) =>
  [...text.matchAll(/\{(\w+)(,?)/g)].map(([, name = "", comma]) => ({
    name,
    isNumber: comma !== "",
  }));

const LANGUAGES = LOCALES.map((locale) => {
  const cache = _createCache();
  const options = { cache, formatters: _createIntlFormatters(cache), locale };
  return { options, texts: textsOf(MESSAGES[locale], compileMessages(MESSAGES[locale])) };
});

test("every text reads the same compiled as when it is parsed while it is shown", () =>
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom(0, 1, 2), fc.nat(), fc.double({ noNaN: true })),
      fc.string(),
      (number, string) => {
        for (const { texts, options } of LANGUAGES)
          for (const { path, written, compiled } of texts) {
            const blanks = blanksOf(written);
            for (const filling of [number, string]) {
              const values = Object.fromEntries(
                blanks.map(({ name, isNumber }) => [name, isNumber ? number : filling]),
              );
              // A text without blanks is asked for without values.
              const given = blanks.length === 0 ? undefined : values;
              expect(formatCompiled(path, compiled, given, options), path).toBe(
                formatParsed(path, written, given, options),
              );
            }
          }
      },
    ),
    { numRuns: 30 },
  ));

test("a text without blanks stays plain, and one with blanks does not", () => {
  for (const { texts } of LANGUAGES) {
    expect(texts.length).toBeGreaterThan(0);
    for (const { path, written, compiled } of texts)
      expect([path, typeof compiled === "string"]).toEqual([path, blanksOf(written).length === 0]);
  }
});

test("a text that is no message stops the build", () => {
  expect(() => compileMessages({ panel: { open: "筛选（{count）" } })).toThrow(SyntaxError);
});
