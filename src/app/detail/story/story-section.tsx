import { useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useId, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { sessionQuery } from "#app/api/session-query.ts";
import { useStoryWords } from "#app/i18n/use-call-words.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { isolate } from "#app/ui/isolate.ts";
import { createChoice, usePreference } from "#app/ui/preference.ts";
import { SegmentedChoice } from "#app/ui/segmented-choice.tsx";
import { numberOfCall } from "#app/view/actions/number-of-call.ts";
import { useActionContext } from "#app/view/actions/use-action-context.ts";
import { valueActions } from "#app/view/actions/value-actions.ts";
import { useView } from "#app/view/use-view.tsx";
import type { CallRecord } from "#contract/record/call-record.ts";
import { customerSide } from "#contract/record/customer-side.ts";
import { StoryAnswer } from "./story-answer.tsx";
import {
  isStoryKept,
  STORY_DAYS,
  storyPeople,
  storyQuery,
  storyRange,
  type Customer,
} from "./story-query.ts";
import classes from "./story.module.css";

const DAYS = createChoice("callscope.detail.story-days", STORY_DAYS);

interface StorySectionProps {
  readonly instance: string;
  /** With the numbers as this reader sees them. */
  readonly record: CallRecord;
}

/** What the caller went through around this call. It costs a call upstream, so it is asked for by hand. */
export function StorySection({ instance, record }: StorySectionProps) {
  const t = useStoryWords();
  const title = useId();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(() => isStoryKept(client, instance, record));
  return (
    <section data-part="story" aria-labelledby={title} className={classes["story"]}>
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

/** Whose calls are wanted, as from the table's cells; or why nobody's. */
function useCustomer(record: CallRecord): { customer: Customer } | { reason: string } {
  const hints = useTranslations("actions.hints");
  const labels = useLabels();
  const formats = useFormats();
  const words = useMemo(() => ({ labels, formats, nowMs: 0 }), [labels, formats]);
  const context = useActionContext(words);
  const side = customerSide(record);
  if (side === undefined) return { reason: hints("sideUnknown") };
  if (side === "nobody") return { reason: hints("noCustomer") };
  if (record[side] === undefined) return { reason: hints("customerAbsent") };
  const target = { record, column: side, field: side };
  const ofCall = numberOfCall(target, context);
  if (ofCall !== undefined) return { customer: { ofCall } };
  const action = valueActions(target, context).find(({ id }) => id === "allCalls");
  const criteria = action?.change?.criteria;
  return criteria === undefined
    ? { reason: hints(action?.hint ?? "masked") }
    : { customer: { criteria } };
}

function OpenStory({ instance, record }: StorySectionProps) {
  const t = useStoryWords();
  const { asOf } = useView();
  const { retentionDays, scope } = useSuspenseQuery(sessionQuery()).data;
  const [days = "7", setDays] = usePreference(DAYS);
  const found = useCustomer(record);
  const people = storyPeople(scope, instance);
  const { startTime } = record;
  const range = storyRange(startTime ?? 0, days, { asOf, retentionDays });
  const customer = "customer" in found ? found.customer : { criteria: {} };
  const query = useQuery({
    ...storyQuery(instance, record, range, customer, scope),
    enabled: "customer" in found && startTime !== undefined,
  });
  if (startTime === undefined) return <p className={classes["note"]}>{t("undated")}</p>;
  if ("reason" in found) return <p className={classes["note"]}>{found.reason}</p>;
  return (
    <>
      <SegmentedChoice
        aria-label={t("days")}
        value={days}
        options={STORY_DAYS.map((value) => ({ value, label: t("around", { days: value }) }))}
        onChange={setDays}
      />
      {"ofCall" in customer && <p className={classes["hint"]}>{t("exact")}</p>}
      {scope !== null && (
        <p className={classes["hint"]}>
          {t(people.areAll ? `within.${scope.filter}` : "withinFirst", {
            names: people.told.map(({ name }) => isolate(name)).join(t("separator")),
          })}
        </p>
      )}
      <StoryAnswer record={record} range={range} days={days} query={query} />
    </>
  );
}
