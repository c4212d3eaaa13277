import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  askEarly,
  isEarlyReplyHere,
  takeEarlyReply,
  whenEarlyRepliesCame,
} from "./early-replies.ts";
import { stubBrowser } from "./fetched.kit.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const OPEN = "/api/records?range=today";
const FILLED_IN = "/api/records?from=1&to=2";
const signal = new AbortController().signal;
const take = async (path: string) => (await takeEarlyReply(path, signal))?.text();

/** A server that says of each page which one it was. */
const serve = () =>
  stubBrowser(() => new Response("rows", { headers: { "content-location": FILLED_IN } }));

test("a reply is handed over once, to whoever asks for what the server has filled in", async () => {
  serve();
  askEarly(OPEN);
  await whenEarlyRepliesCame();
  expect(isEarlyReplyHere(FILLED_IN)).toBe(true);
  expect(await take(FILLED_IN)).toBe("rows");
  expect(await take(FILLED_IN)).toBeUndefined();
});

test.each(["/api/records?from=1&to=3", "/api/records?from=1&to=2&agent=a"])(
  "%s is something else, for which the reply is given up; a count is another question",
  async (other) => {
    serve();
    askEarly(OPEN);
    expect(await take(`${FILLED_IN}&size=1`)).toBeUndefined();
    expect(await take(other)).toBeUndefined();
    expect(await take(FILLED_IN)).toBeUndefined();
  },
);

test("a reply that nobody takes for a minute is forgotten", async () => {
  serve();
  askEarly(OPEN);
  await whenEarlyRepliesCame();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(isEarlyReplyHere(FILLED_IN)).toBe(true);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(isEarlyReplyHere(FILLED_IN)).toBe(false);
  expect(await take(FILLED_IN)).toBeUndefined();
});

test("what bounds the reader may be filled in, too, and is not another question", async () => {
  const bounded = `${FILLED_IN}&group=a`;
  stubBrowser(() => new Response("rows", { headers: { "content-location": bounded } }));
  askEarly(OPEN);
  expect(await take(bounded)).toBe("rows");
});
