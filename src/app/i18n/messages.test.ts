import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { callMessagesEnUs } from "#labels/call-messages-en-us.ts";
import { callMessagesZhCn } from "#labels/call-messages-zh-cn.ts";
import { exportMessagesEnUs } from "#labels/export-messages-en-us.ts";
import { exportMessagesZhCn } from "#labels/export-messages-zh-cn.ts";
import { messagesEnUs as firstEnUs } from "#labels/messages-en-us.ts";
import { messagesZhCn as firstZhCn } from "#labels/messages-zh-cn.ts";

// Those of the first load, and those that come late.
const messagesEnUs = { first: firstEnUs, exports: exportMessagesEnUs, call: callMessagesEnUs };
const messagesZhCn = { first: firstZhCn, exports: exportMessagesZhCn, call: callMessagesZhCn };

type Tree = { readonly [key: string]: string | Tree };

const leaves = (tree: Tree, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[path + key, value] satisfies [string, string]]
      : leaves(value, `${path}${key}.`),
  );

const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).toSorted();

test("both languages have the same texts with the same blanks to fill", () => {
  const chinese = new Map(leaves(messagesZhCn));
  const english = new Map(leaves(messagesEnUs));
  expect([...english.keys()]).toEqual([...chinese.keys()]);
  for (const [key, text] of english)
    expect([key, placeholders(text)]).toEqual([key, placeholders(chinese.get(key) ?? "")]);
});

test("no text is empty, and every one can be formatted", () => {
  for (const [locale, messages] of [
    ["zh-CN", messagesZhCn],
    ["en-US", messagesEnUs],
  ] as const) {
    const t = createTranslator({
      locale,
      messages,
      onError: (error) => {
        throw error;
      },
    });
    for (const [key, text] of leaves(messages)) {
      expect(text.trim(), key).not.toBe("");
      const values = Object.fromEntries(placeholders(text).map((name) => [name ?? "", 1]));
      // Keys come from the messages themselves.
      expect(t(key as never, values as never)).not.toBe("");
    }
  }
});

test("Chinese stands apart from Latin words, and has its own punctuation", () => {
  // How an hour is typed is not prose.
  const prose = leaves(messagesZhCn).map(
    ([key, text]) => [key, text.replaceAll("9点", "")] as const,
  );
  const amiss =
    /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}|\p{Script=Han} ?[,;:?!()]|[,;:?!()] ?\p{Script=Han}/u;
  expect(prose.filter(([, text]) => amiss.test(text))).toEqual([]);
});

test("what may be a Latin word is set apart from the Chinese around it", () => {
  const blank = /\p{Script=Han}\{(?:field|name|whom)\}|\{(?:field|name|whom)\}\p{Script=Han}/u;
  expect(leaves(messagesZhCn).filter(([, text]) => blank.test(text))).toEqual([]);
});

test("apostrophes and ellipses are the printer's", () => {
  expect(leaves(messagesEnUs).filter(([, text]) => /\w'|\.\.\.|"/.test(text))).toEqual([]);
});
