import { useSuspenseQuery } from "@tanstack/react-query";
import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import { sessionQuery } from "#app/api/session-query.ts";
import { factsLine } from "#app/i18n/facts-line.ts";
import { Blank } from "#app/ui/blank.tsx";
import { useView } from "#app/view/use-view.tsx";
import { whyMissing } from "./why-missing.ts";

/** Most readers have a few; of many, nobody would try each. */
const MOST_INSTANCES = 4;

interface MissingCallProps {
  readonly instance: string;
  /** What the reply said: a request id, say. */
  readonly facts: string;
  /** Whether it was to stand beside the call that is open. */
  readonly isPinned: boolean;
}

/** There is no such call for this reader: why, as far as can be told, and where else to look. */
export function MissingCall({ instance, facts, isPinned }: MissingCallProps) {
  const t = useTranslations("detail.missing");
  const session = useSuspenseQuery(sessionQuery()).data;
  const { range, change } = useView();
  const why = whyMissing(session, range, session.now());
  const others = session.instances.filter(({ id }) => id !== instance);
  return (
    <Blank
      urgent
      title={t(`${why}.title`)}
      actions={
        <>
          {isPinned ? (
            <Button onClick={() => change({ beside: undefined })}>{t("unpin")}</Button>
          ) : (
            <Button onClick={() => change({ record: undefined })}>{t("close")}</Button>
          )}
          {!isPinned &&
            why !== "older" &&
            others.length <= MOST_INSTANCES &&
            others.map(({ id, name }) => (
              <Button key={id} onClick={() => change({ instance: id })}>
                {t("elsewhere", { instance: name })}
              </Button>
            ))}
        </>
      }
    >
      {factsLine([t(`${why}.hint`, { days: session.retentionDays }), facts])}
    </Blank>
  );
}
