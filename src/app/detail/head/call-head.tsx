import Button from "antd/es/button";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { useMeanings } from "#app/i18n/use-meanings.ts";
import { ToneDot } from "#app/ui/tone-dot.tsx";
import { useCopy } from "#app/ui/use-copy.ts";
import { usePinnedLink } from "#app/view/use-pinned-link.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { isOneOf, RELEASE_INITIATORS } from "#contract/record/enums.ts";
import { toneOf } from "#contract/record/tones.ts";
import { enumLabel } from "#labels/labels.ts";
import classes from "./call-head.module.css";

interface CallHeadProps {
  readonly contactId: string;
  readonly record: CallRecord;
  /** What else can be done with the call as a whole. */
  readonly children?: ReactNode;
}

/** What one call was, at a glance: how it ended and what that means, when, how long, who ended it. */
export function CallHead({ contactId, record, children }: CallHeadProps) {
  const t = useTranslations("detail");
  const labels = useLabels();
  const formats = useFormats();
  const pinnedLink = usePinnedLink();
  const copy = useCopy({ copied: t("copied"), failed: t("notCopied") });
  const { contactType, contactDisposition, startTime, callDuration, releaseInitiator } = record;
  const meanings: Readonly<Record<string, string>> = useMeanings().dispositions;
  const meaning =
    contactDisposition !== undefined && Object.hasOwn(meanings, contactDisposition)
      ? meanings[contactDisposition]
      : undefined;
  const facts = [
    startTime !== undefined && formats.instant(startTime),
    callDuration !== undefined && t("head.lasted", { length: formats.seconds(callDuration) }),
    releaseInitiator !== undefined &&
      (isOneOf(RELEASE_INITIATORS, releaseInitiator)
        ? t(`head.endedBy.${releaseInitiator}`)
        : t("head.endedBy.other", { who: releaseInitiator })),
  ].filter((fact) => typeof fact === "string");
  return (
    <section data-part="head" className={classes["head"]} aria-label={t("head.title")}>
      <p className={classes["outcome"]}>
        {contactDisposition !== undefined && (
          <strong className={classes["disposition"]}>
            <ToneDot tone={toneOf("contactDisposition", contactDisposition)} />
            <bdi>{enumLabel(labels, "contactDisposition", contactDisposition)}</bdi>
          </strong>
        )}
        {contactType !== undefined && (
          <bdi className={classes["type"]}>{enumLabel(labels, "contactType", contactType)}</bdi>
        )}
      </p>
      {meaning !== undefined && <p className={classes["meaning"]}>{meaning}</p>}
      <p className={classes["facts"]}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <p className={classes["id"]}>
        <bdi>{contactId}</bdi>
      </p>
      <div className={classes["actions"]}>
        <Button size="small" onClick={() => void copy(contactId)}>
          {t("copyId")}
        </Button>
        <Button size="small" onClick={() => void copy(pinnedLink({ record: contactId }))}>
          {t("copyLink")}
        </Button>
        {children}
      </div>
    </section>
  );
}
