import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { sessionQuery } from "#app/api/session-query.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { PinButton } from "./compare/pin-button.tsx";
import { RecordFields } from "./fields/record-fields.tsx";
import { CallHead } from "./head/call-head.tsx";
import { useCallInHand } from "./missing/use-call-in-hand.tsx";
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
  const { record, status, notice, instead } = useCallInHand(instance, contactId);
  const { rights } = useSuspenseQuery(sessionQuery()).data;
  // They stand here alone, as long as this call is open.
  const [numbers, setNumbers] = useState<CallRecord>();
  const canReveal = rights.numbers === "masked" && rights.revealNumbers;
  if (record === undefined) return instead;
  const shown = { ...record, ...numbers };
  return (
    <>
      {notice}
      <CallHead contactId={contactId} record={record}>
        <PinButton contactId={contactId} />
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
      <Timeline instance={instance} contactId={contactId} record={record} recordStatus={status}>
        {(along) => (
          <Recording
            instance={instance}
            contactId={contactId}
            record={record}
            recordStatus={status}
            along={along}
          />
        )}
      </Timeline>
      <StorySection instance={instance} record={shown} />
      <RecordFields record={shown} />
    </>
  );
}
