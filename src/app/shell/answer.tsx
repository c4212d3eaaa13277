import type { ComponentType } from "react";
import type { FallbackProps } from "react-error-boundary";
import type { AnswerProps } from "#app/answers/answer-props.ts";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import type { Shown } from "#contract/view/shown.ts";

type LatePart = ComponentType<AnswerProps & { whenFailed: ComponentType<FallbackProps> }>;

const ANSWERS: Readonly<Record<Shown, LatePart>> = {
  people: createLazyPart(
    () => import("#app/answers/people/people-answer.tsx"),
    (module) => module.PeopleAnswer,
  ),
  back: createLazyPart(
    () => import("#app/answers/back/back-answer.tsx"),
    (module) => module.BackAnswer,
  ),
  repeat: createLazyPart(
    () => import("#app/answers/repeat/repeat-answer.tsx"),
    (module) => module.RepeatAnswer,
  ),
  sample: createLazyPart(
    () => import("#app/answers/sample/sample-answer.tsx"),
    (module) => module.SampleAnswer,
  ),
};

/** What is shown in place of the list. Each answer is code of its own. */
export function Answer({
  shown,
  calls,
  whenFailed,
}: AnswerProps & { shown: Shown; whenFailed: ComponentType<FallbackProps> }) {
  const Part = ANSWERS[shown];
  // What one instance answers says nothing of another, not even for the moment.
  return <Part key={calls.instance} calls={calls} whenFailed={whenFailed} />;
}
