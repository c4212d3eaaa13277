import fc from "fast-check";
import { expect, test } from "vitest";
import { openLink, recordingUrl, type LinkKey } from "./recording-link.ts";

const KEY: LinkKey = { accessKeyId: "LTAItestkey", accessKeySecret: "test-secret" };
const OTHER: LinkKey = { accessKeyId: "LTAIother", accessKeySecret: "other-secret" };
const findKey = (id: string) => [KEY, OTHER].find(({ accessKeyId }) => accessKeyId === id);
const EXPIRES = 1_610_910_578;
const NAME = { instance: "ccc-test", contactId: "job-1/话" };

/** Path and query, as a server gets them. */
function linkOf(name = NAME, key = KEY): string {
  const { pathname, search } = new URL(recordingUrl("127.0.0.1:80", name, EXPIRES, key));
  return pathname + search;
}
const open = (link: string, now = EXPIRES * 1000) => openLink(link, now, findKey);

test("a link is signed as the object storage signs", () => {
  // The signature was made by another program.
  expect(recordingUrl("127.0.0.1:41234", NAME, EXPIRES, KEY)).toBe(
    "http://127.0.0.1:41234/ccc-record/ccc-test/job-1%2F%E8%AF%9D.wav?Expires=1610910578&OSSAccessKeyId=LTAItestkey&Signature=xbt%2FQ5H63xJngJZiuowQ5dGYeLc%3D",
  );
});

test("it opens what it was made for, to the last second", () => {
  expect(open(linkOf())).toEqual({ ok: true, name: NAME });
  expect(open(linkOf(), EXPIRES * 1000 + 1)).toEqual({ ok: false, code: "AccessDenied" });
  expect(open(linkOf(NAME, OTHER))).toEqual({ ok: true, name: NAME });
});

test("whatever the ids are, the link leads back to them", () => {
  const id = fc.string({ unit: "binary", minLength: 1 }).filter((text) => !/^\.{1,2}$/.test(text));
  fc.assert(
    fc.property(id, id, (instance, contactId) => {
      const name = { instance, contactId };
      expect(open(linkOf(name))).toEqual({ ok: true, name });
    }),
  );
});

test("a link of an unknown key, or in another's name, opens nothing", () => {
  const stranger = { ...OTHER, accessKeyId: "LTAIstranger" };
  expect(open(linkOf(NAME, stranger))).toEqual({ ok: false, code: "InvalidAccessKeyId" });
  const borrowed = { ...OTHER, accessKeyId: KEY.accessKeyId };
  expect(open(linkOf(NAME, borrowed))).toEqual({ ok: false, code: "SignatureDoesNotMatch" });
});

test.each([
  ["no query", (link: string) => link.replace(/\?.*/, "")],
  ["an empty query", (link: string) => link.replace(/\?.*/, "?")],
  ["one name more", (link: string) => `${link}&response-content-type=text/html`],
  ["a name twice", (link: string) => `${link}&Expires=9999999999`],
  ["a name less", (link: string) => link.replace(/Expires=\d+&/, "")],
  ["one name for another", (link: string) => link.replace("Signature=", "signature=")],
])("%s is refused", (_words, change) => {
  expect(open(change(linkOf()))).toEqual({ ok: false, code: "AccessDenied" });
});

test.each(["/ccc-record/", "/ccc-record/a", "/ccc-record/a/b", "/ccc-record/a/b/c.wav"])(
  "%s is no place of a recording",
  (path) => {
    const link = linkOf().replace(/^[^?]*/, path);
    expect(open(link)).toEqual({ ok: false, code: "NoSuchKey" });
  },
);

test("no change of a character leaves a link that opens something else", () => {
  const link = linkOf();
  fc.assert(
    fc.property(fc.nat(link.length - 1), fc.constantFrom(..."0aZ%/?&=+.~ "), (at, character) => {
      const opened = open(link.slice(0, at) + character + link.slice(at + 1));
      // Another spelling of the same place is the same place.
      expect(opened.ok ? opened.name : NAME).toEqual(NAME);
    }),
    { numRuns: 2000 },
  );
});
