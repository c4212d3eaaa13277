import { useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import { isFinal, type ApiError } from "#app/api/api-error.ts";
import { rememberRecord } from "#app/api/known-record.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { useStoryWords } from "#app/i18n/use-call-words.ts";
import { useChange } from "#app/view/use-view.tsx";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import { storyOf } from "./caller-story.ts";
import { StoryCalls } from "./story-calls.tsx";
import { StoryOutcome } from "./story-outcome.tsx";
import type { StoryDays, StoryReply } from "./story-query.ts";
import { StoryStrip } from "./story-strip.tsx";
import classes from "./story.module.css";

interface StoryAnswerProps {
  readonly record: CallRecord;
  readonly range: AbsoluteRange;
  readonly days: StoryDays;
  readonly query: UseQueryResult<StoryReply, ApiError>;
}

/** The customer's calls, in whatever state they are: coming, here, not to be had. */
export function StoryAnswer({ record, range, days, query }: StoryAnswerProps) {
  const t = useStoryWords();
  const errors = useTranslations("errors");
  const errorWords = useErrorWords();
  const client = useQueryClient();
  const change = useChange();
  const { data, error, isFetching } = query;
  if (error !== null)
    return (
      <p role="alert" className={classes["note"]}>
        {`${errorWords(error).title} `}
        {!isFinal(error) && (
          <Button size="small" loading={isFetching} onClick={() => void query.refetch()}>
            {errors("retry")}
          </Button>
        )}
      </p>
    );
  if (data === undefined)
    return (
      <p role="status" className={classes["note"]}>
        {t("reading")}
      </p>
    );
  const story = storyOf(record, data.records);
  const onOpen = (call: CallRecord) => {
    if (call.contactId === undefined || call.contactId === record.contactId) return;
    rememberRecord(client, call);
    change({ record: call.contactId });
  };
  return (
    <>
      <p className={classes["count"]}>
        {t("count", { count: story.calls.length, days })}
        {story.repeats > 0 && ` · ${t("repeats", { count: story.repeats })}`}
      </p>
      {data.isCut && <p className={classes["hint"]}>{t("cut", { count: data.records.length })}</p>}
      {story.afterwards !== undefined && !data.isCut && <StoryOutcome {...story.afterwards} />}
      <StoryStrip calls={story.calls} open={record} range={range} onOpen={onOpen} />
      <StoryCalls calls={story.calls} open={record} onOpen={onOpen} />
    </>
  );
}
