import type { AskOf } from "#contract/api/asks.ts";
import { NOT_KNOWN, type Figures } from "#contract/api/figures.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { MAX_REACHABLE } from "#contract/record/list-limits.ts";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import type { CallsInHand } from "./calls-in-hand.ts";
import { figuresOf, namingAny } from "./count-figures.ts";
import type { Tell } from "./lines.ts";
import { callsWith } from "./questions.ts";
import { readAll } from "./read-all.ts";
import { readUnmoved, type Reading } from "./reading.ts";
import { slimRecord, SLIM_PAGES } from "./slim-record.ts";

/** Several people, and the seconds of their service level. */
type Together = NonNullable<AskOf<"figures">["people"]> & Pick<AskOf<"figures">, "seconds">;

/**
 * The figures of the calls of several people. The upstream filters by one of them, and a call may name two: so
 * all calls of each are read, and each counts once. Where they are too many together, nothing is known.
 *
 * @throws as {@link readUnmoved}
 */
export async function probeTogether(
  calls: CallsInHand,
  { key, ids, seconds }: Together,
  { inHand, run }: Reading,
  tell: Tell,
): Promise<void> {
  const figures = await readUnmoved(readUnion);
  tell({ figures });
  tell({ end: true, total: figures.total ?? calls.total, plan: "pages" });

  /** Undefined where calls came meanwhile: what was read is not of one moment. */
  async function readUnion(isAgain: boolean): Promise<Figures | undefined> {
    const since = isAgain ? performance.now() : undefined;
    const parts = await Promise.all(
      ids.map(async (id) => {
        const set = callsWith(calls.set, key, [id]);
        return inHand(set, await (isAgain ? calls.recount(set) : calls.count(set)), since);
      }),
    );
    const pages = parts.map(({ total }) => Math.ceil(total / PAGE_SIZE));
    if (parts.reduce((sum, { total }) => sum + total, 0) > MAX_REACHABLE) return NOT_KNOWN;
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
      // Beside a contact id the upstream heeds no person.
      const naming = namingAny([...union.values()], { key, ids });
      return figuresOf(naming, calls.set.criteria, seconds);
    });
  }
}
