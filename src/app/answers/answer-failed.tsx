import type { ComponentProps } from "react";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { Blank } from "#app/ui/blank.tsx";
import { AnswerRetry } from "./answer-retry.tsx";

interface AnswerFailedProps extends ComponentProps<typeof AnswerRetry> {
  /** What there is none of. */
  readonly title: string;
  /** In place of what is said of the error otherwise. */
  readonly reason?: string | undefined;
}

/** In place of an answer that could not be had: nothing that looks like an empty one. */
export function AnswerFailed({ title, reason, ...retry }: AnswerFailedProps) {
  const words = useErrorWords()(retry.error);
  return (
    <Blank urgent title={title} actions={<AnswerRetry {...retry} />}>
      <p>{reason ?? words.title}</p>
      <p>{words.facts}</p>
    </Blank>
  );
}
