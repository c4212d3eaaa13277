import type { AnswerProps } from "#app/answers/answer-props.ts";

export function RepeatAnswer({ calls }: AnswerProps) {
  return <section data-instance={calls.instance} />;
}
