import { afterEach, expect, test, vi } from "vitest";
import type { ToldNumber } from "#contract/api/links.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import { askLinks, askNumbers, sealedCriteria } from "./ask-links.ts";
import { stubBrowser } from "./fetched.kit.ts";
import { knownNumbers, shownOf, tokenOf, withNumbers } from "./known-numbers.ts";
import { createQueryClient } from "./query-client.ts";

afterEach(() => vi.unstubAllGlobals());

const token = (name: string) => `eyJ${name.padEnd(60, "x")}`;
const NUMBER = "13800138000";
const told = (of: string, more: Partial<ToldNumber> = {}): ToldNumber => ({
  token: token(of),
  masked: "138****8000",
  mayFollow: true,
  print: "print",
  ...more,
});

function replying(...replies: readonly (ToldNumber | null)[]) {
  const left = [...replies];
  return stubBrowser(() => Response.json({ instance: "i", numbers: { caller: left.shift() } }));
}

test("a number that was sealed has its token, and a token that was opened its number", async () => {
  const fetched = replying(told("one", { number: NUMBER }));
  const client = createQueryClient();
  const clear: Criteria = { callingNumber: NUMBER, agentId: "a" };
  await askNumbers(client, "i", clear, ["callingNumber"]);
  expect(fetched[0]?.body).toEqual({ instance: "i", numbers: { caller: NUMBER } });
  const known = knownNumbers(client);
  const sealed = withNumbers(known, "i", clear, tokenOf);
  expect(sealed).toEqual({ callingNumber: token("one"), agentId: "a" });
  expect(withNumbers(known, "i", sealed, shownOf)).toEqual(clear);
  expect(withNumbers(known, "i", sealed, tokenOf)).toBe(sealed);
  // Elsewhere nothing is known of it.
  expect(withNumbers(known, "other", clear, tokenOf)).toBe(clear);
  const called = { calledNumber: token("one") };
  expect(withNumbers(known, "i", called, shownOf)).toEqual({ calledNumber: "…" });
});

test("criteria for an address have tokens for numbers, and what is known is not asked for again", async () => {
  const fetched = replying(told("one"));
  const client = createQueryClient();
  const { signal } = new AbortController();
  const clear: Criteria = { callingNumber: NUMBER, agentId: "a" };
  const sealed = { callingNumber: token("one"), agentId: "a" };
  for (const criteria of [clear, clear, sealed])
    expect(await sealedCriteria(client, "i", criteria, signal)).toEqual(sealed);
  expect(fetched).toHaveLength(1);
});

test("a number that a link has as it stands is known by what it is", async () => {
  const stands = "021-5550 0100";
  const fetched = replying(told("one", { number: stands }));
  const client = createQueryClient();
  await askNumbers(client, "i", { callingNumber: stands }, ["callingNumber"]);
  expect(fetched[0]?.body).toEqual({ instance: "i", numbers: { caller: `~${stands}` } });
  const sealed = withNumbers(knownNumbers(client), "i", { callingNumber: stands }, tokenOf);
  expect(sealed).toEqual({ callingNumber: token("one") });
});

test("of two tokens of one number the first is gone on with, and what is known of it", async () => {
  replying(told("one", { number: NUMBER }), told("two"), told("three", { print: "another" }));
  const client = createQueryClient();
  for (const name of ["one", "two", "three"])
    await askLinks(client, { instance: "i", numbers: { caller: token(name) } });
  const of = (name: string) =>
    withNumbers(knownNumbers(client), "i", { callingNumber: token(name) }, tokenOf).callingNumber;
  expect([of("one"), of("two"), of("three")]).toEqual(["one", "one", "three"].map(token));
  const two = { callingNumber: token("two") };
  expect(withNumbers(knownNumbers(client), "i", two, shownOf)).toEqual({ callingNumber: NUMBER });
});

test("tokens without a print are each their own, and one that does not open is none", async () => {
  const { print: _, ...unknown } = told("one", { mayFollow: false });
  replying(unknown, { ...unknown, token: token("two") }, null);
  const client = createQueryClient();
  for (const name of ["one", "two", "bad"])
    await askLinks(client, { instance: "i", numbers: { caller: token(name) } });
  const known = knownNumbers(client);
  const pick = (name: string) => withNumbers(known, "i", { callingNumber: token(name) }, tokenOf);
  expect(pick("two")).toEqual({ callingNumber: token("two") });
  expect(pick("bad")).toEqual({});
});

test("the number of a call is known by its token alone, and nothing of it reaches the next reader", async () => {
  replying(told("one"));
  const client = createQueryClient();
  await askLinks(client, { instance: "i", contactId: "job-1", side: "caller" });
  expect([...knownNumbers(client).values()]).toEqual([told("one")]);
  client.clear();
  expect(knownNumbers(client).size).toBe(0);
});
