import { useLocale, useMessages, useTranslations } from "use-intl";
import { isolate } from "#app/ui/isolate.ts";
import type { ErrorCode, Problem } from "#contract/api/errors.ts";
import type { Messages } from "#labels/messages.ts";
import { factsLine } from "./facts-line.ts";

interface Failure {
  readonly code: ErrorCode;
  readonly problem: Partial<Problem>;
}

/** The one place that turns an error code into words, for every screen that shows one. */
export function useErrorWords(): (failure: Failure) => { title: string; facts: string } {
  const t = useTranslations("errors");
  const rightWords = useTranslations("rights.missing");
  const locale = useLocale();
  // The provider is only ever given a `Messages`.
  const { hints } = (useMessages() as Messages).errors;
  const clockWords = (aheadSeconds: number | undefined) =>
    aheadSeconds !== undefined &&
    t(aheadSeconds < 0 ? "clockBehind" : "clockAhead", {
      minutes: Math.round(Math.abs(aheadSeconds) / 60),
    });
  return ({ code, problem }) => {
    const { right, signedInAs, whomToAsk = {} } = problem;
    const whom = whomToAsk[locale] ?? Object.values(whomToAsk)[0];
    const facts = factsLine([
      signedInAs !== undefined && t("signedInAs", { name: isolate(signedInAs) }),
      clockWords(problem.clockAheadSeconds),
      whom === undefined ? hints[code] : t("whomToAsk", { whom: isolate(whom) }),
      problem.field !== undefined && t("field", { field: problem.field }),
      problem.upstreamCode !== undefined && t("upstreamCode", { code: problem.upstreamCode }),
      problem.requestId !== undefined && t("requestId", { id: problem.requestId }),
    ]);
    return {
      title: right === undefined ? t(`titles.${code}`) : rightWords(right),
      facts,
    };
  };
}
