import { useMessages, useTranslations } from "use-intl";
import type { ErrorCode, Problem } from "#contract/api/errors.ts";
import type { Messages } from "./messages.ts";

interface Failure {
  readonly code: ErrorCode;
  readonly problem: Partial<Problem>;
}

/** The one place that turns an error code into words, for every screen that shows one. */
export function useErrorWords(): (failure: Failure) => { title: string; facts: string } {
  const t = useTranslations("errors");
  // The provider is only ever given a `Messages`.
  const { hints } = (useMessages() as Messages).errors;
  const clockWords = (aheadSeconds: number | undefined) =>
    aheadSeconds !== undefined &&
    t(aheadSeconds < 0 ? "clockBehind" : "clockAhead", {
      minutes: Math.round(Math.abs(aheadSeconds) / 60),
    });
  return ({ code, problem }) => {
    const facts = [
      clockWords(problem.clockAheadSeconds),
      hints[code],
      problem.field !== undefined && t("field", { field: problem.field }),
      problem.upstreamCode !== undefined && t("upstreamCode", { code: problem.upstreamCode }),
      problem.requestId !== undefined && t("requestId", { id: problem.requestId }),
    ];
    return {
      title: t(`titles.${code}`),
      facts: facts.filter((fact) => typeof fact === "string").join(" · "),
    };
  };
}
