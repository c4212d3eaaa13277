import { useQuery, useQueryClient } from "@tanstack/react-query";
import Button from "antd/es/button";
import Drawer from "antd/es/drawer";
import { useTranslations } from "use-intl";
import { isFinal } from "#app/api/api-error.ts";
import { recallRecord } from "#app/api/known-record.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { Blank } from "#app/ui/blank.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useCopy } from "#app/ui/use-copy.ts";
import { usePinnedLink } from "#app/view/use-pinned-link.ts";
import { useView } from "#app/view/use-view.tsx";
import { RecordFields } from "./detail-fields.tsx";
import { recordQuery } from "./record-query.ts";
import classes from "./record-drawer.module.css";

interface RecordDrawerProps {
  instance: string;
  /** Absent: closed. */
  contactId: string | undefined;
}

/** Everything known of one call, beside the table, which stays usable. */
export function RecordDrawer({ instance, contactId }: RecordDrawerProps) {
  const t = useTranslations("detail");
  const { change } = useView();
  return (
    <Drawer
      open={contactId !== undefined}
      onClose={() => change({ record: undefined })}
      title={t("title")}
      aria-label={t("title")}
      size="min(420px, 100vw)"
      // The rows behind can still be read, scrolled and clicked: that is how calls are compared.
      mask={false}
      // The drawer takes the focus as a whole; its frame would be drawn around the window.
      rootStyle={{ outline: "none" }}
      destroyOnHidden
      // The table takes the focus back to the row it came from.
      focusable={{ focusTriggerAfterClose: false }}
      closable={{ "aria-label": t("close"), placement: "end" }}
      styles={{ header: { padding: "8px 16px" }, body: { padding: 0 } }}
    >
      {contactId !== undefined && (
        <RecordDetail key={`${instance}/${contactId}`} instance={instance} contactId={contactId} />
      )}
    </Drawer>
  );
}

function RecordDetail({ instance, contactId }: { instance: string; contactId: string }) {
  const t = useTranslations();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const query = useQuery(recordQuery(instance, contactId));
  const record = query.data?.record ?? recallRecord(queryClient, instance, contactId);
  const pinnedLink = usePinnedLink();
  const copy = useCopy({ copied: t("detail.copied"), failed: t("detail.notCopied") });

  const failure = query.error && errorWords(query.error);
  const retry = query.error !== null && !isFinal(query.error) && (
    <Button size="small" loading={query.isFetching} onClick={() => void query.refetch()}>
      {t("errors.retry")}
    </Button>
  );
  if (failure && (record === undefined || isFinal(query.error)))
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
      {failure && (
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
      </div>
      <RecordFields record={record} />
    </>
  );
}
