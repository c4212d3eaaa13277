import { useQuery, useQueryClient } from "@tanstack/react-query";
import Button from "antd/es/button";
import { use, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { isFinal, isLapse } from "#app/api/api-error.ts";
import { recallRecord } from "#app/api/known-record.ts";
import { useIsTold } from "#app/api/outage.ts";
import { recordQuery } from "#app/api/record-query.ts";
import { DrawerAlone } from "#app/detail/fields/drawer-alone.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { factsLine } from "#app/i18n/facts-line.ts";
import { SignInLink } from "#app/i18n/sign-in-link.tsx";
import { Blank } from "#app/ui/blank.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { CallRecord } from "#contract/record/call-record.ts";
import { MissingCall } from "./missing-call.tsx";
import classes from "./call-in-hand.module.css";

/** A call's record as far as it is here, and what is said of it. */
export interface CallInHand {
  readonly record: CallRecord | undefined;
  /** Whether the record was read by itself; until then it is what the list has. */
  readonly status: "pending" | "error" | "success";
  /** Above a record that may be old. */
  readonly notice: ReactNode;
  /** In place of a record: why there is none, or not yet. */
  readonly instead: ReactNode;
}

/** @param isPinned whether it stands beside the call that is open */
export function useCallInHand(
  instance: string,
  contactId: string,
  isPinned: boolean = false,
): CallInHand {
  const t = useTranslations();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const query = useQuery(recordQuery(instance, contactId));
  const { error } = query;
  // One that was read stays read, though reading it again fails.
  const status = query.data === undefined ? query.status : "success";
  const isAlone = use(DrawerAlone);
  // Where the drawer takes the whole screen, nobody sees the notice beside it.
  const isToldBeside = useIsTold(error) && !isAlone;
  const known = query.data?.record ?? recallRecord(queryClient, instance, contactId);
  if (error === null) {
    const loading = (
      <p className={classes["loading"]} role="status">
        {t("detail.loading")}
      </p>
    );
    return { record: known, status, notice: null, instead: loading };
  }
  const { title, facts } = errorWords(error);
  if (error.code === "record_not_found")
    return {
      record: undefined,
      status,
      notice: null,
      instead: <MissingCall instance={instance} facts={facts} isPinned={isPinned} />,
    };
  const isLapsed = isLapse(error);
  const retry = isLapsed ? (
    <SignInLink small />
  ) : (
    !isFinal(error) && (
      <Button size="small" loading={query.isFetching} onClick={() => void query.refetch()}>
        {t("errors.retry")}
      </Button>
    )
  );
  return {
    record: isFinal(error) && !isLapsed ? undefined : known,
    status,
    notice: !isToldBeside && (
      <Notice tone="bad" actions={retry}>
        <strong>{title}</strong>
        <span>{` ${factsLine([facts, t("detail.maybeOld")])}`}</span>
      </Notice>
    ),
    instead: (
      <Blank urgent title={title} actions={retry}>
        {facts}
      </Blank>
    ),
  };
}
