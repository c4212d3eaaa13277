import type { NotePage } from "#bff/calls/reading-room.ts";
import type { AskOf } from "#contract/api/asks.ts";
import type { Figures } from "#contract/api/figures.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { MAX_REACHABLE } from "#contract/record/list-limits.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import type { CallsInHand } from "./calls-in-hand.ts";
import { figuresOf } from "./count-figures.ts";
import type { Tell } from "./lines.ts";
import { callsWith } from "./questions.ts";
import { readAll } from "./read-all.ts";
import { slimRecord, SLIM_PAGES } from "./slim-record.ts";

/** Several people, and the seconds of their service level. */
type Together = NonNullable<AskOf<"figures">["people"]> & Pick<AskOf<"figures">, "seconds">;

export interface Reading {
  /** Calls that are counted. */
  inHand(set: CallSet, total: number): CallsInHand;
  /** Reads pages as far as memory has room for them. */
  run<T>(pages: number, read: (note: NotePage) => Promise<T>): Promise<T>;
}

const NOT_KNOWN: Figures = {
  total: null,
  base: null,
  answered: null,
  placed: null,
  rejected: null,
  level: { offered: null, answered: null, within: null, short: null },
  talk: { base: null, mean: null, p90: null, position: null },
  satisfaction: null,
};

/**
 * The figures of the calls of several people. The upstream filters by one of them, and a call may name two: so
 * all calls of each are read, and each counts once. Where they are too many together, nothing is known.
 */
export async function probeTogether(
  calls: CallsInHand,
  { key, ids, seconds }: Together,
  { inHand, run }: Reading,
  tell: Tell,
): Promise<void> {
  const figures = (await readUnion()) ?? NOT_KNOWN;
  tell({ figures });
  tell({ end: true, total: figures.total ?? calls.total, plan: "pages" });

  async function readUnion(): Promise<Figures | undefined> {
    const parts = await Promise.all(
      ids.map(async (id) => {
        const set = callsWith(calls.set, key, [id]);
        return inHand(set, await calls.count(set));
      }),
    );
    const pages = parts.map(({ total }) => Math.ceil(total / PAGE_SIZE));
    if (parts.reduce((sum, { total }) => sum + total, 0) > MAX_REACHABLE) return undefined;
    return run(pages.reduce((sum, of) => sum + of, 0) / SLIM_PAGES, async () => {
      const read = await Promise.all(
        parts.map((part, at) => readAll(part, pages[at] ?? 0, () => undefined, slimRecord(key))),
      );
      const union = new Map<string, CallRecord>();
      for (const [at, records] of read.entries()) {
        // A call that came meanwhile may have pushed another from page to page.
        if (records === undefined) return undefined;
        for (const [place, record] of records.entries())
          union.set(record.contactId ?? `without id ${at} ${place}`, record);
      }
      return figuresOf([...union.values()], calls.set.criteria, seconds);
    });
  }
}
