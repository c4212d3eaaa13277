import PQueue from "p-queue";
import type { RecordsReply } from "#contract/api/records.ts";
import type { PastedItem } from "#contract/filter/pasted-list.ts";
import type { CallRecord } from "#contract/record/call-record.ts";

/** The calls of one item: how many there are, and the latest of them. */
export interface FoundItem {
  readonly item: PastedItem;
  readonly total: number;
}

/** An item of which nobody knows, and why. */
export interface FailedItem {
  readonly item: PastedItem;
  readonly error: unknown;
}

/** What became of a list. Each item is in one of the first three. */
export interface ManyFound {
  readonly found: readonly FoundItem[];
  readonly missing: readonly PastedItem[];
  readonly failed: readonly FailedItem[];
  /** Each call once, the latest first. */
  readonly calls: readonly CallRecord[];
  /** How many calls of numbers with more than a page of them are not among these. */
  readonly notListed: number;
}

type AskItem = (item: PastedItem) => Promise<Pick<RecordsReply, "records" | "total">>;

/** Others read as well: the rest waits here, and not before the upstream. */
const AT_ONCE = 4;

/**
 * Looks for each item by one question of its own.
 *
 * @param onDone is told how many items have been asked for, by and by
 * @throws what `signal` was aborted for
 */
export async function findMany(
  items: readonly PastedItem[],
  ask: AskItem,
  onDone: (done: number) => void,
  signal: AbortSignal,
): Promise<ManyFound> {
  const queue = new PQueue({ concurrency: AT_ONCE });
  const replies = new Map<number, Awaited<ReturnType<AskItem>>>();
  const failed: FailedItem[] = [];
  let done = 0;
  async function askOne(item: PastedItem, place: number) {
    signal.throwIfAborted();
    try {
      replies.set(place, await ask(item));
    } catch (error) {
      signal.throwIfAborted();
      failed.push({ item, error });
    }
    done += 1;
    onDone(done);
  }
  await queue.addAll(items.map((item, place) => () => askOne(item, place)));
  const answers = items.map((item, place) => {
    const reply = replies.get(place);
    return { item, reply, total: reply?.total ?? reply?.records.length ?? 0 };
  });
  const listed = answers.flatMap(({ reply }) => reply?.records ?? []);
  const calls = [...new Map(listed.map((record) => [record.contactId ?? record, record])).values()];
  return {
    found: answers.filter(({ total }) => total > 0).map(({ item, total }) => ({ item, total })),
    missing: answers
      .filter(({ reply, total }) => reply !== undefined && total === 0)
      .map(({ item }) => item),
    failed,
    calls: calls.toSorted((a, b) => (b.startTime ?? 0) - (a.startTime ?? 0)),
    notListed: answers.reduce(
      (sum, { reply, total }) => sum + total - (reply?.records.length ?? 0),
      0,
    ),
  };
}
