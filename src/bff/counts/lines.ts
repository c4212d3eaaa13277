import type { AnswerLine } from "#contract/api/counts.ts";

type WithoutAsk<L> = L extends { ask: number } ? Omit<L, "ask"> : never;
/** A line about one question, before it is known which. */
export type Line = WithoutAsk<AnswerLine>;
/** Tells a line of the question that is being answered. */
export type Tell = (line: Line) => void;
