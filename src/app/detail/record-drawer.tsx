import { useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import Button from "antd/es/button";
import Drawer from "antd/es/drawer";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { isFinal, isLapse } from "#app/api/api-error.ts";
import { recallRecord } from "#app/api/known-record.ts";
import { useIsTold } from "#app/api/outage.ts";
import { sessionQuery } from "#app/api/session-query.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { SignInLink } from "#app/i18n/sign-in-link.tsx";
import { Blank } from "#app/ui/blank.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useCopy } from "#app/ui/use-copy.ts";
import { useNarrow } from "#app/ui/use-narrow.ts";
import { usePinnedLink } from "#app/view/use-pinned-link.ts";
import { useView } from "#app/view/use-view.tsx";
import type { CallRecord } from "#contract/record/call-record.ts";
import { RecordFields } from "./detail-fields.tsx";
import { drawerStep } from "./drawer-key.ts";
import { DrawerScroller } from "./drawer-scroller.tsx";
import { recordQuery } from "./record-query.ts";
import { Recording } from "./recording/recording.tsx";
import { RevealForm } from "./reveal-form.tsx";
import classes from "./record-drawer.module.css";

interface RecordDrawerProps {
  instance: string;
  /** Absent: closed. */
  contactId: string | undefined;
  /** Opens the call so many rows further on in the list. */
  onStep: (step: -1 | 1) => void;
}

/** Everything known of one call, beside the table, which stays usable. */
export function RecordDrawer({ instance, contactId, onStep }: RecordDrawerProps) {
  const t = useTranslations("detail");
  const { change } = useView();
  const isNarrow = useNarrow();
  return (
    <Drawer
      open={contactId !== undefined}
      onClose={() => change({ record: undefined })}
      title={t("title")}
      aria-label={t("title")}
      // Where it would leave but a strip of the rows, it takes all; elsewhere what can be pressed makes
      // room for it (dashboard.module.css).
      size={isNarrow ? "100vw" : 420}
      // The rows behind can still be read, scrolled and clicked: that is how calls are compared.
      mask={false}
      // What scrolls in it takes the focus.
      autoFocus={false}
      onKeyDown={(event) => {
        const step = drawerStep(event);
        if (step === undefined) return;
        event.preventDefault();
        onStep(step);
      }}
      destroyOnHidden
      // The table takes the focus back to the row it came from.
      focusable={{ focusTriggerAfterClose: false }}
      closable={{ "aria-label": t("close"), placement: "end" }}
      styles={{
        header: { padding: "8px 16px" },
        body: { display: "flex", flexDirection: "column", padding: 0 },
      }}
    >
      {contactId !== undefined && (
        <DrawerScroller of={contactId}>
          <RecordDetail
            key={`${instance}/${contactId}`}
            instance={instance}
            contactId={contactId}
          />
        </DrawerScroller>
      )}
    </Drawer>
  );
}

const takeFocus = (element: HTMLElement | null) => element?.focus();

function RecordDetail({ instance, contactId }: { instance: string; contactId: string }) {
  const t = useTranslations();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const query = useQuery(recordQuery(instance, contactId));
  const record = query.data?.record ?? recallRecord(queryClient, instance, contactId);
  const { rights } = useSuspenseQuery(sessionQuery()).data;
  // They stand here alone, as long as this call is open.
  const [numbers, setNumbers] = useState<CallRecord>();
  const canReveal = rights.numbers === "masked" && rights.revealNumbers;
  const pinnedLink = usePinnedLink();
  const copy = useCopy({ copied: t("detail.copied"), failed: t("detail.notCopied") });

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
  return (
    <>
      {failure && !isTold && (
        <Notice tone="bad" actions={retry}>
          <strong>{failure.title}</strong>
          <span>{` ${failure.facts} ${t("detail.maybeOld")}`}</span>
        </Notice>
      )}
      <div className={classes["actions"]}>
        <Button size="small" onClick={() => void copy(contactId)}>
          {t("detail.copyId")}
        </Button>
        <Button size="small" onClick={() => void copy(pinnedLink({ record: contactId }))}>
          {t("detail.copyLink")}
        </Button>
        {canReveal && numbers === undefined && (
          <RevealForm instance={instance} contactId={contactId} onRevealed={setNumbers} />
        )}
      </div>
      {numbers !== undefined && (
        // The form that had the focus is gone, and keys are heard within the drawer alone.
        <p role="status" tabIndex={-1} ref={takeFocus} className={classes["revealed"]}>
          {t("reveal.shown")}
        </p>
      )}
      <Recording instance={instance} contactId={contactId} record={record} />
      <RecordFields record={{ ...record, ...numbers }} />
    </>
  );
}
