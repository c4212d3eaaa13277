import { useTranslations } from "use-intl";
import { isFinal, type ApiError } from "#app/api/api-error.ts";
import { useIsTold } from "#app/api/outage.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import type { FacetAnswer } from "./facet-answer.ts";
import { useVoice } from "./one-voice.tsx";
import classes from "./facet.module.css";

/** Says why there are no counts, and counts again where that could mend it. */
export function FacetFailure(props: { error: ApiError; isRetrying: boolean; onRetry: () => void }) {
  const { error, isRetrying, onRetry } = props;
  const t = useTranslations("facets");
  const { title, facts } = useErrorWords()(error);
  // Nothing has failed: there is only no way to count.
  const isBeyond = error.code === "too_many_calls";
  const text = isBeyond ? title : t("failed", { reason: title });
  const isTold = useIsTold(error);
  // What fails again is said again.
  useVoice(isRetrying || isTold ? undefined : text);
  if (isTold) return null;
  return (
    <p className={classes[isBeyond ? "hint" : "failure"]} title={facts}>
      <span>{`${text} `}</span>
      {!isFinal(error) && (
        <button
          type="button"
          className={classes["link"]}
          // Not `disabled`, which would take the focus away.
          aria-disabled={isRetrying}
          onClick={() => !isRetrying && onRetry()}
        >
          {t(isRetrying ? "recounting" : "recount")}
        </button>
      )}
    </p>
  );
}

/** Says which values of no list are there: unless all calls were read, those of the newest. */
export function LearnedHint({ answer }: { answer: FacetAnswer }) {
  const t = useTranslations("facets");
  const isEmpty = answer.counts.size === 0;
  if (answer.isComplete && !isEmpty) return null;
  const text = answer.isComplete ? "nothing" : isEmpty ? "learnedEmpty" : "learned";
  return <p className={classes["hint"]}>{t(text)}</p>;
}
