import { useQueryClient } from "@tanstack/react-query";
import Button from "antd/es/button";
import { useCallback, useEffect } from "react";
import { useTranslations } from "use-intl";
import { useRecordingWords } from "#app/i18n/use-call-words.ts";
import type { missingBecause } from "#contract/api/recording.ts";
import { LOOK_AGAIN_MS } from "./recording-query.ts";
import classes from "./recording.module.css";

interface MissingRecordingProps {
  readonly instance: string;
  readonly contactId: string;
  readonly because: ReturnType<typeof missingBecause>;
}

/** Why a call has no recording, by its record alone; one that is to come is looked for in the record again. */
export function MissingRecording({ instance, contactId, because }: MissingRecordingProps) {
  const t = useTranslations("errors.titles");
  const words = useRecordingWords();
  const client = useQueryClient();
  const isAwaited = because === "recording_not_ready";
  const lookAgain = useCallback(
    () => void client.refetchQueries({ queryKey: ["record", instance, contactId] }),
    [client, instance, contactId],
  );
  useEffect(() => {
    if (!isAwaited) return undefined;
    const timer = setInterval(lookAgain, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isAwaited, lookAgain]);
  return (
    <p className={classes["state"]} role="status">
      {isAwaited ? words("notReady") : t(because)}{" "}
      {isAwaited && (
        <Button size="small" onClick={lookAgain}>
          {words("lookAgain")}
        </Button>
      )}
    </p>
  );
}
