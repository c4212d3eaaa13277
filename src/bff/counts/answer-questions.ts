import { setMaxListeners } from "node:events";
import type { AskingFor, CallReader } from "#bff/calls/call-reader.ts";
import type { ReadingRoom } from "#bff/calls/reading-room.ts";
import type { Ask } from "#contract/api/asks.ts";
import type { AnswerLine } from "#contract/api/counts.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { MOST_SORTED } from "#contract/record/list-limits.ts";
import { LONGEST_IN_HOURS, weekHoursOf, type WeekHours } from "#contract/time/week-hours.ts";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import { callsInHand, type CallsInHand } from "./calls-in-hand.ts";
import { choosePlan, isCostly } from "./choose-plan.ts";
import { countFigures } from "./count-figures.ts";
import { countHours } from "./count-hours.ts";
import { countLevel } from "./count-level.ts";
import { countPeople } from "./count-people.ts";
import { countFacet, countTimes, rankRecords } from "./count-records.ts";
import type { Tell } from "./lines.ts";
import { probeFacet } from "./probe-facet.ts";
import { probeFigures } from "./probe-figures.ts";
import { probeHours, tooManyHours } from "./probe-hours.ts";
import { probeLevel } from "./probe-level.ts";
import { probeOwn, tellOwn } from "./probe-own.ts";
import { probePeople } from "./probe-people.ts";
import { probeRanks } from "./probe-ranks.ts";
import { probeStretch } from "./probe-stretch.ts";
import { probeTimes } from "./probe-times.ts";
import { probeTogether } from "./probe-together.ts";
import type { Question } from "./questions.ts";
import { isByDuration, isOverridden, readAll } from "./read-all.ts";
import type { Reading } from "./reading.ts";

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
  const { set } = first;
  const about: About = {
    criteria: set.criteria,
    hours() {
      if (set.range.to - set.range.from > LONGEST_IN_HOURS) throw tooManyHours();
      return weekHoursOf(set.range, timeZone);
    },
  };
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
    // What was read is counted in the same breath, and holds nothing any more.
    if (pages !== undefined)
      records = await reading(asking.signal).run(pages, (note) => readAll(calls, pages, note));
  } catch (error) {
    for (const { ask } of group) onFailure(ask, error);
    return;
  }
  /** Reads pages as far as memory has room for them. */
  function reading(signal: AbortSignal): Reading {
    const { readerName = "" } = asking;
    return {
      inHand: (part, counted, since) =>
        callsInHand(reader, part, counted, {
          ...asking,
          signal,
          ...(since !== undefined && { since }),
        }),
      run: (pages, read) =>
        readings.run({ reader: readerName, bytes: pages * PAGE_BYTES, signal }, read),
    };
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
        const of = asked.of === "figures" && asked.people && { ...asked.people, ...asked };
        if (own !== undefined && asked.of === "facet") await probeOwn(calls, asked, own, tellOf);
        else if (own !== undefined && asked.of === "people") tellOwn(calls, own, tellOf);
        else if (of && (own !== undefined || records === undefined))
          await probeTogether(calls, of, reading(signal), tellOf);
        else if (records !== undefined) count(records, about, asked, tellOf);
        else if (isByDuration(calls) && !BESIDE_DURATIONS.includes(asked.of))
          await probeStretch(calls, asked, tellOf);
        else await probe(calls, asked, { ...about, reading: reading(signal) }, tellOf);
      } catch (error) {
        failed.abort(error);
        onFailure(ask, error);
      }
    }),
  );
}

/** What finds its own way where calls by a duration are too many to be read. */
const BESIDE_DURATIONS: readonly Ask["of"][] = ["level", "figures", "people"];

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

/** What some questions are of, beside the calls. */
interface About {
  readonly criteria: Criteria;
  /** The hours of the range. */
  readonly hours: () => WeekHours;
}

function count(records: readonly CallRecord[], about: About, asked: Ask, tell: Tell): void {
  switch (asked.of) {
    case "total":
      return;
    case "facet":
      return countFacet(records, asked, tell);
    case "times":
      return countTimes(records, asked, tell);
    case "hours":
      return countHours(records, asked, about.hours(), tell);
    case "ranks":
      return rankRecords(records, asked, tell);
    case "level":
      return countLevel(records, asked, tell);
    case "figures":
      return countFigures(records, about.criteria, asked, tell);
    case "people":
      return countPeople(records, about.criteria, asked, tell);
    default:
      return asked satisfies never;
  }
}

function probe(
  calls: CallsInHand,
  asked: Ask,
  about: About & { readonly reading: Reading },
  tell: Tell,
): Promise<void> {
  switch (asked.of) {
    case "total":
      return Promise.resolve();
    case "facet":
      return probeFacet(calls, asked, tell);
    case "times":
      return probeTimes(calls, asked, tell);
    case "hours":
      return probeHours(calls, asked, about.hours(), tell);
    case "ranks":
      return probeRanks(calls, asked, tell);
    case "level":
      return probeLevel(calls, asked, tell);
    case "figures":
      return probeFigures(calls, asked, tell);
    case "people":
      return probePeople(calls, asked, about.reading, tell);
    default:
      return asked satisfies never;
  }
}
