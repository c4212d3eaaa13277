import { useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import Button from "antd/es/button";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { isFinal, isLapse } from "#app/api/api-error.ts";
import { recallRecord } from "#app/api/known-record.ts";
import { useIsTold } from "#app/api/outage.ts";
import { recordQuery } from "#app/api/record-query.ts";
import { sessionQuery } from "#app/api/session-query.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { SignInLink } from "#app/i18n/sign-in-link.tsx";
import { Blank } from "#app/ui/blank.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useNarrow } from "#app/ui/use-narrow.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { RecordFields } from "./fields/record-fields.tsx";
import { CallHead } from "./head/call-head.tsx";
import { MissingCall } from "./missing/missing-call.tsx";
import { Recording } from "./recording/recording.tsx";
import { RevealForm } from "./reveal-form.tsx";
import { StorySection } from "./story/story-section.tsx";
import { Timeline } from "./timeline/timeline.tsx";
import classes from "./record-drawer.module.css";

const takeFocus = (element: HTMLElement | null) => element?.focus();

interface RecordDetailProps {
  readonly instance: string;
  readonly contactId: string;
}

/** One call in whatever state it is: coming, here, here but perhaps old, missing, failed. */
export function RecordDetail({ instance, contactId }: RecordDetailProps) {
  const t = useTranslations();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const query = useQuery(recordQuery(instance, contactId));
  const record = query.data?.record ?? recallRecord(queryClient, instance, contactId);
  const { rights } = useSuspenseQuery(sessionQuery()).data;
  // They stand here alone, as long as this call is open.
  const [numbers, setNumbers] = useState<CallRecord>();
  const canReveal = rights.numbers === "masked" && rights.revealNumbers;
  const isAlone = useNarrow();
  // Where the drawer takes the whole screen, nobody sees the notice beside it.
  const isTold = useIsTold(query.error) && !isAlone;
  const failure = query.error && errorWords(query.error);
  const isLapsed = query.error !== null && isLapse(query.error);
  const retry = isLapsed ? (
    <SignInLink small />
  ) : (
    query.error !== null &&
    !isFinal(query.error) && (
      <Button size="small" loading={query.isFetching} onClick={() => void query.refetch()}>
        {t("errors.retry")}
      </Button>
    )
  );
  if (query.error?.code === "record_not_found")
    return <MissingCall instance={instance} facts={failure?.facts ?? ""} />;
  const isGone = query.error !== null && isFinal(query.error) && !isLapsed;
  if (failure && (record === undefined || isGone))
    return (
      <Blank urgent title={failure.title} actions={retry}>
        {failure.facts}
      </Blank>
    );
  if (record === undefined)
    return (
      <p className={classes["loading"]} role="status">
        {t("detail.loading")}
      </p>
    );
  const shown = { ...record, ...numbers };
  return (
    <>
      {failure && !isTold && (
        <Notice tone="bad" actions={retry}>
          <strong>{failure.title}</strong>
          <span>{` ${failure.facts} ${t("detail.maybeOld")}`}</span>
        </Notice>
      )}
      <CallHead contactId={contactId} record={record}>
        {canReveal && numbers === undefined && (
          <RevealForm instance={instance} contactId={contactId} onRevealed={setNumbers} />
        )}
      </CallHead>
      {numbers !== undefined && (
        // The form that had the focus is gone, and keys are heard within the drawer alone.
        <p role="status" tabIndex={-1} ref={takeFocus} className={classes["revealed"]}>
          {t("reveal.shown")}
        </p>
      )}
      <Timeline
        instance={instance}
        contactId={contactId}
        record={record}
        recordStatus={query.status}
      >
        {(along) => (
          <Recording instance={instance} contactId={contactId} record={record} along={along} />
        )}
      </Timeline>
      <StorySection instance={instance} record={shown} />
      <RecordFields record={shown} />
    </>
  );
}
