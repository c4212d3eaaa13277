import type { AnswerProps } from "#app/answers/answer-props.ts";

export function BackAnswer({ calls }: AnswerProps) {
  return <section data-instance={calls.instance} />;
}
