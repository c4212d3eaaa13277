import type { CallRecord } from "#contract/call-record.ts";
import type { AnswerLine, Ask } from "#contract/counts.ts";
import { FILTERS, CRITERION_KEYS } from "#contract/filters.ts";
import { PAGE_SIZE } from "#contract/paging.ts";
import type { CallReader } from "#bff/calls/call-reader.ts";
import { takeInHand, type AskingFor, type CallsInHand } from "./calls-in-hand.ts";
import { choosePlan } from "./choose-plan.ts";
import { countFacet, countTimes, rankRecords } from "./count-records.ts";
import type { Tell } from "./lines.ts";
import { probeFacet } from "./probe-facet.ts";
import { probeRanks } from "./probe-ranks.ts";
import { probeTimes } from "./probe-times.ts";
import type { Question } from "./questions.ts";

export interface Answering extends AskingFor {
  readonly reader: CallReader;
  readonly tell: (line: AnswerLine) => void;
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
    const calls = JSON.stringify(question.filter);
    groups.set(calls, [...(groups.get(calls) ?? []), question]);
  }
  await Promise.all([...groups.values()].map((group) => answerGroup(group, answering)));
}

async function answerGroup(
  group: readonly Question[],
  { reader, tell, onFailure, ...asking }: Answering,
): Promise<void> {
  const [first] = group;
  if (first === undefined) return;
  const answers = (plan: (question: Question) => Promise<void>) =>
    Promise.all(
      group.map((question) => plan(question).catch((error) => onFailure(question.ask, error))),
    );
  let calls: CallsInHand;
  let records: readonly CallRecord[] | undefined;
  try {
    calls = await takeInHand(reader, first.filter, asking);
    for (const { ask, asked } of group) if (asked.of === "total") tell({ ask, total: calls.total });
    records = await readAll(calls, group);
  } catch (error) {
    await answers(() => Promise.reject(error));
    return;
  }
  await answers(async ({ ask, asked }) => {
    const tellOf: Tell = (line) => tell({ ask, ...line } as AnswerLine);
    if (records === undefined) await probe(calls, asked, tellOf);
    else count(records, asked, tellOf);
  });
}

/** All of the calls, where reading them is the cheaper plan and they are as many as was counted. */
async function readAll(
  calls: CallsInHand,
  group: readonly Question[],
): Promise<readonly CallRecord[] | undefined> {
  const { total, filter } = calls;
  const pages = Math.ceil(total / PAGE_SIZE);
  const asks = group.map(({ asked }) => asked);
  // The upstream ignores all else beside such a criterion, and a probe would count nothing by it.
  const isOverridden = CRITERION_KEYS.some(
    (key) => filter.criteria[key] !== undefined && "overrides" in FILTERS[key],
  );
  const isCheaper = () => choosePlan(total, asks, calls.knownPages(pages)) === "pages";
  if (!isOverridden && !isCheaper()) return undefined;
  const read = await Promise.all(
    Array.from({ length: pages }, (_unused, index) => calls.page(index + 1)),
  );
  const records = new Map(
    read.flat().map((record, index) => [record.contactId ?? `without id ${index}`, record]),
  );
  // Calls that came in between push others from one page to the next.
  return records.size === total || isOverridden ? [...records.values()] : undefined;
}

function count(records: readonly CallRecord[], asked: Ask, tell: Tell): void {
  switch (asked.of) {
    case "total":
      return;
    case "facet":
      return countFacet(records, asked, tell);
    case "times":
      return countTimes(records, asked, tell);
    case "ranks":
      return rankRecords(records, asked, tell);
    default:
      return asked satisfies never;
  }
}

function probe(calls: CallsInHand, asked: Ask, tell: Tell): Promise<void> {
  switch (asked.of) {
    case "total":
      return Promise.resolve();
    case "facet":
      return probeFacet(calls, asked, tell);
    case "times":
      return probeTimes(calls, asked, tell);
    case "ranks":
      return probeRanks(calls, asked, tell);
    default:
      return asked satisfies never;
  }
}
