import { useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useId, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { sessionQuery } from "#app/api/session-query.ts";
import { useFormats } from "#app/i18n/formats.ts";
import { useLabels } from "#app/i18n/labels.ts";
import { createChoice, usePreference } from "#app/ui/preference.ts";
import { SegmentedChoice } from "#app/ui/segmented-choice.tsx";
import { useActionContext } from "#app/view/actions/use-action-context.ts";
import { valueActions } from "#app/view/actions/value-actions.ts";
import { useView } from "#app/view/use-view.tsx";
import type { CallRecord } from "#contract/record/call-record.ts";
import { customerSide } from "#contract/record/customer-side.ts";
import { StoryAnswer } from "./story-answer.tsx";
import { isStoryKept, STORY_DAYS, storyQuery, storyRange } from "./story-query.ts";
import classes from "./story.module.css";

const DAYS = createChoice("callscope.detail.story-days", STORY_DAYS);

interface StorySectionProps {
  readonly instance: string;
  /** With the numbers as this reader sees them. */
  readonly record: CallRecord;
}

/** What the caller went through around this call. It costs a call upstream, so it is asked for by hand. */
export function StorySection({ instance, record }: StorySectionProps) {
  const t = useTranslations("story");
  const title = useId();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(() => isStoryKept(client, instance, record));
  return (
    <section aria-labelledby={title} className={classes["story"]}>
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className={classes["summary"]}>
          <h3 id={title} className={classes["title"]}>
            {t("title")}
          </h3>
        </summary>
        {isOpen && <OpenStory instance={instance} record={record} />}
      </details>
    </section>
  );
}

/** The criteria that find the customer's calls, as from the table's cells; or why there are none. */
function useCustomerCriteria(record: CallRecord) {
  const hints = useTranslations("actions.hints");
  const labels = useLabels();
  const formats = useFormats();
  const words = useMemo(() => ({ labels, formats, nowMs: 0 }), [labels, formats]);
  const context = useActionContext(words);
  const side = customerSide(record);
  if (side === undefined) return { reason: hints("sideUnknown") };
  if (side === "nobody") return { reason: hints("noCustomer") };
  const action = valueActions({ record, column: side, field: side }, context).find(
    ({ id }) => id === "allCalls",
  );
  const hint = action?.hint;
  const reason = hint === undefined ? undefined : hints(hint);
  return { criteria: action?.change?.criteria, reason };
}

function OpenStory({ instance, record }: StorySectionProps) {
  const t = useTranslations("story");
  const { asOf } = useView();
  const { retentionDays } = useSuspenseQuery(sessionQuery()).data;
  const [days = "7", setDays] = usePreference(DAYS);
  const { criteria, reason } = useCustomerCriteria(record);
  const { startTime } = record;
  const range = storyRange(startTime ?? 0, days, { asOf, retentionDays });
  const query = useQuery({
    ...storyQuery(instance, record, range, criteria ?? {}),
    enabled: criteria !== undefined && startTime !== undefined,
  });
  if (startTime === undefined) return <p className={classes["note"]}>{t("undated")}</p>;
  if (criteria === undefined)
    return <p className={classes["note"]}>{reason ?? t("notAvailable")}</p>;
  return (
    <>
      <SegmentedChoice
        aria-label={t("days")}
        value={days}
        options={STORY_DAYS.map((value) => ({ value, label: t("around", { days: value }) }))}
        onChange={setDays}
      />
      <StoryAnswer record={record} range={range} days={days} query={query} />
    </>
  );
}
