import { setMaxListeners } from "node:events";
import type { CallReader } from "#bff/calls/call-reader.ts";
import type { NotePage, ReadingRoom } from "#bff/calls/reading-room.ts";
import type { AnswerLine, Ask } from "#contract/api/counts.ts";
import { durationRanges, overridingCriterion } from "#contract/filter/criteria.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { MOST_SORTED } from "#contract/record/list-limits.ts";
import { weekHoursOf, type WeekHours } from "#contract/time/week-hours.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { naturalSort } from "#contract/view/natural-sort.ts";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import { DEFAULT_SORT } from "#contract/view/sort.ts";
import { callsInHand, type AskingFor, type CallsInHand } from "./calls-in-hand.ts";
import { choosePlan, isCostly } from "./choose-plan.ts";
import { countHours } from "./count-hours.ts";
import { countLevel } from "./count-level.ts";
import { countFacet, countTimes, rankRecords } from "./count-records.ts";
import type { Tell } from "./lines.ts";
import { probeFacet } from "./probe-facet.ts";
import { probeHours } from "./probe-hours.ts";
import { probeLevel } from "./probe-level.ts";
import { probeOwn } from "./probe-own.ts";
import { probeRanks } from "./probe-ranks.ts";
import { probeStretch } from "./probe-stretch.ts";
import { probeTimes } from "./probe-times.ts";
import type { Question } from "./questions.ts";

/** Of a page whose records are as long as most are: some 90,000 characters. */
const PAGE_BYTES = 300_000;

export interface Answering extends AskingFor {
  readonly reader: CallReader;
  readonly readings: ReadingRoom;
  /** By whose clocks hours are told apart, an IANA name. */
  readonly timeZone: string;
  readonly tell: (line: AnswerLine) => void;
  /** Aborted once what costs the most has taken too long, with the reason as its failure. */
  readonly giveUpCostly?: AbortSignal | undefined;
  /** A question that could not be answered. The others go on. */
  readonly onFailure: (ask: number, error: unknown) => void;
}

/**
 * Answers all questions, each line as soon as it is known. Those about the same calls share a plan.
 * Resolves when every question has ended, by an answer or a failure.
 */
export async function answerQuestions(
  questions: readonly Question[],
  answering: Answering,
): Promise<void> {
  const groups = new Map<string, Question[]>();
  for (const question of questions) {
    const calls = JSON.stringify(question.set);
    groups.set(calls, [...(groups.get(calls) ?? []), question]);
  }
  await Promise.all([...groups.values()].map((group) => answerGroup(group, answering)));
}

async function answerGroup(group: readonly Question[], answering: Answering): Promise<void> {
  const [first] = group;
  if (first === undefined) return;
  const { reader, readings, tell, onFailure, giveUpCostly, timeZone, ...asking } = answering;
  const hours = (of: CallSet) => weekHoursOf(of.range, timeZone);
  const { set } = first;
  let total: number;
  let records: readonly CallRecord[] | undefined;
  try {
    // Of what is too much to be read the very number is told to those alone who ask for it.
    const isTold = group.some(
      ({ asked, own }) => (asked.of !== "facet" && asked.of !== "times") || own,
    );
    const enough = isTold ? {} : { enough: MOST_SORTED };
    total = await reader.count(set, { ...asking, purpose: "facets", ...enough });
    for (const { ask, asked } of group) if (asked.of === "total") tell({ ask, total });
    const calls = callsInHand(reader, set, total, asking);
    const pages = pagesToRead(calls, group);
    const { readerName = "", signal } = asking;
    // What was read is counted in the same breath, and holds nothing any more.
    if (pages !== undefined)
      records = await readings.run(
        { reader: readerName, bytes: pages * PAGE_BYTES, signal },
        (note) => readAll(calls, pages, note),
      );
  } catch (error) {
    for (const { ask } of group) onFailure(ask, error);
    return;
  }
  await Promise.all(
    group.map(async ({ ask, asked, own }) => {
      // What one part of a question has asked is for nothing once another part has failed.
      const failed = new AbortController();
      const reasons = [asking.signal, failed.signal];
      if (giveUpCostly !== undefined && isCostly(asked)) reasons.push(giveUpCostly);
      const signal = AbortSignal.any(reasons);
      setMaxListeners(0, signal);
      const tellOf: Tell = (line) => {
        if (!failed.signal.aborted) tell({ ask, ...line } as AnswerLine);
      };
      try {
        const calls = callsInHand(reader, set, total, { ...asking, signal });
        if (own !== undefined && asked.of === "facet") await probeOwn(calls, asked, own, tellOf);
        else if (records !== undefined) count(records, asked, tellOf, () => hours(set));
        else if (isByDuration(calls) && asked.of !== "level")
          await probeStretch(calls, asked, tellOf);
        else await probe(calls, asked, tellOf, () => hours(set));
      } catch (error) {
        failed.abort(error);
        onFailure(ask, error);
      }
    }),
  );
}

/** The upstream ignores all else beside such a criterion, and a probe would count nothing by it. */
const isOverridden = ({ set }: CallsInHand) => overridingCriterion(set.criteria) !== undefined;

/** The upstream does not count by a duration: a probe is a search, and what can be read is read. */
const isByDuration = ({ set }: CallsInHand) => durationRanges(set.criteria).length > 0;

/** How many pages all of the calls are; undefined where to read them is not the cheaper plan. */
function pagesToRead(calls: CallsInHand, group: readonly Question[]): number | undefined {
  // It names one call, whatever the total says.
  if (isOverridden(calls)) return 1;
  const asks = group.map(({ asked }) => asked);
  if (isByDuration(calls))
    return calls.total > MOST_SORTED || asks.every(({ of }) => of === "total")
      ? undefined
      : Math.ceil(calls.total / PAGE_SIZE);
  const plan = choosePlan(calls.total, asks, calls.set.range, calls.knownPages);
  return plan === "pages" ? Math.ceil(calls.total / PAGE_SIZE) : undefined;
}

/** All of the calls, where they are as many as was counted. */
async function readAll(
  calls: CallsInHand,
  pages: number,
  onRead: NotePage,
): Promise<readonly CallRecord[] | undefined> {
  const sort = naturalSort(calls.set.criteria) ?? DEFAULT_SORT;
  const read = await Promise.all(
    Array.from({ length: pages }, (_unused, index) => calls.page(index + 1, { sort, onRead })),
  );
  const records = new Map(
    read.flat().map((record, index) => [record.contactId ?? `without id ${index}`, record]),
  );
  const isRead = isOverridden(calls) || isByDuration(calls);
  const areAll = isRead || (records.size === calls.total && !(await haveGrown(calls)));
  return areAll ? [...records.values()] : undefined;
}

/**
 * Whether calls have come since the total was counted. One that came between two pages has pushed
 * another over their edge, which may then be on neither, while as many as were counted were read.
 */
async function haveGrown(calls: CallsInHand): Promise<boolean> {
  // A page that is not full has no edge.
  if (!calls.mayGrow || calls.total < PAGE_SIZE) return false;
  return (await calls.recount()) !== calls.total;
}

function count(
  records: readonly CallRecord[],
  asked: Ask,
  tell: Tell,
  hours: () => WeekHours,
): void {
  switch (asked.of) {
    case "total":
      return;
    case "facet":
      return countFacet(records, asked, tell);
    case "times":
      return countTimes(records, asked, tell);
    case "hours":
      return countHours(records, asked, hours(), tell);
    case "ranks":
      return rankRecords(records, asked, tell);
    case "level":
      return countLevel(records, asked, tell);
    default:
      return asked satisfies never;
  }
}

function probe(calls: CallsInHand, asked: Ask, tell: Tell, hours: () => WeekHours): Promise<void> {
  switch (asked.of) {
    case "total":
      return Promise.resolve();
    case "facet":
      return probeFacet(calls, asked, tell);
    case "times":
      return probeTimes(calls, asked, tell);
    case "hours":
      return probeHours(calls, asked, hours(), tell);
    case "ranks":
      return probeRanks(calls, asked, tell);
    case "level":
      return probeLevel(calls, asked, tell);
    default:
      return asked satisfies never;
  }
}
