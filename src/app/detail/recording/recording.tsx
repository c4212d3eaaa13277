import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import { isFinal } from "#app/api/api-error.ts";
import { sessionQuery } from "#app/api/session-query.ts";
import type { AlongAxis } from "#app/detail/timeline/timeline.tsx";
import type { OpenCall } from "#app/detail/timeline/use-call-timeline.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { factsLine } from "#app/i18n/facts-line.ts";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { useRecordingWords } from "#app/i18n/use-call-words.ts";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { DOWNLOAD_ROUTE, missingBecause, recordingPath } from "#contract/api/recording.ts";
import { hasRight } from "#contract/api/rights.ts";
import { MissingRecording } from "./missing-recording.tsx";
import { placeOf } from "./place-on-axis.ts";
import { peaksQuery, type Outline } from "./recording-query.ts";
import classes from "./recording.module.css";

const Player = createLazyPart(
  () => import("./player.tsx"),
  (module) => module.Player,
);

interface RecordingProps extends OpenCall {
  /** Undefined for a call that has no axis. */
  readonly along: AlongAxis | undefined;
}

/** The recording of a call to be heard, or why there is none; nothing for who may not listen. */
export function Recording(props: RecordingProps) {
  const { instance, contactId, record, recordStatus } = props;
  const { rights, now } = useSuspenseQuery(sessionQuery()).data;
  const t = useRecordingWords();
  // Where the record fails, the drawer says so, and this follows once it is here.
  if (!hasRight(rights, "listen") || recordStatus === "error") return null;
  // What the record says need not be asked.
  const because = record.recordingReady === false ? missingBecause(record, now()) : undefined;
  return (
    <section data-part="recording" className={classes["section"]} aria-label={t("title")}>
      <h3 className={classes["title"]}>{t("title")}</h3>
      {because === undefined ? (
        <Sound {...props} />
      ) : (
        <MissingRecording instance={instance} contactId={contactId} because={because} />
      )}
      {hasRight(rights, "download") && because === undefined && <Download {...props} />}
    </section>
  );
}

function Sound({ instance, contactId, record, recordStatus, along }: RecordingProps) {
  const t = useTranslations("errors");
  const words = useRecordingWords();
  const errorWords = useErrorWords();
  const query = useQuery({
    ...peaksQuery({ instance, contactId }),
    // Whoever hurries on along the list has asked for no recording.
    enabled: recordStatus === "success",
  });
  const { data, isFetching, refetch } = query;
  const error = data === undefined ? query.error : data.refusal;
  if (data === undefined && error === null)
    return (
      <p className={classes["state"]} role="status">
        {words("loading")}
      </p>
    );
  if (!canBeHeard(data) && error) {
    const { title, facts } = errorWords(error);
    const isAwaited = error.code === "recording_not_ready";
    return (
      <p className={classes["state"]} role="status">
        {isAwaited ? words("notReady") : factsLine([title, facts])}{" "}
        {!isFinal(error) && (
          <Button size="small" loading={isFetching} onClick={() => void refetch()}>
            {isAwaited ? words("lookAgain") : t("retry")}
          </Button>
        )}
      </p>
    );
  }
  return (
    <Player
      whenFailed={PartFailed}
      instance={instance}
      contactId={contactId}
      peaks={data?.peaks}
      place={along && placeOf(record.establishedTime, along)}
    />
  );
}

/** What cannot be outlined can be heard all the same. */
function canBeHeard(outline: Outline | undefined): boolean {
  const code = outline?.refusal?.code;
  return (
    outline?.peaks !== undefined ||
    code === "recording_too_large" ||
    code === "recording_unreadable"
  );
}

function Download({ instance, contactId }: RecordingProps) {
  const t = useRecordingWords();
  const { data } = useQuery({ ...peaksQuery({ instance, contactId }), enabled: false });
  if (!canBeHeard(data)) return null;
  return (
    <Button size="small" href={recordingPath(DOWNLOAD_ROUTE, { instance, contactId })} download>
      {t("download")}
    </Button>
  );
}
