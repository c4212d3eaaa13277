import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import { RecordFields } from "#app/detail/fields/record-fields.tsx";
import { CallHead } from "#app/detail/head/call-head.tsx";
import { useCallInHand, type CallInHand } from "#app/detail/missing/use-call-in-hand.tsx";
import { Timeline } from "#app/detail/timeline/timeline.tsx";
import { useCopy } from "#app/ui/use-copy.ts";
import { usePinnedLink } from "#app/view/use-pinned-link.ts";
import { useChange } from "#app/view/use-view.tsx";
import { ComparedFields } from "./compared-fields.tsx";
import { PairedTimelines } from "./paired-timelines.tsx";
import classes from "./compare.module.css";

interface ComparedCallsProps {
  readonly instance: string;
  /** The ids of two calls. */
  readonly pinned: string;
  readonly open: string;
}

/** The pinned call and the open one side by side; where there is but one of them, that one. */
export function ComparedCalls({ instance, pinned, open }: ComparedCallsProps) {
  const t = useTranslations("compare");
  const said = useTranslations("detail");
  const change = useChange();
  const pinnedLink = usePinnedLink();
  const copy = useCopy({ copied: said("copied"), failed: said("notCopied") });
  const calls = {
    pinned: { ...useCallInHand(instance, pinned, true), contactId: pinned },
    open: { ...useCallInHand(instance, open), contactId: open },
  };
  const only = {
    pinned: { record: pinned, beside: undefined },
    open: { beside: undefined },
  };
  return (
    <>
      <div className={classes["bar"]}>
        <Button
          size="small"
          onClick={() => void copy(pinnedLink({ record: open, beside: pinned }))}
        >
          {t("copyLink")}
        </Button>
        <Button size="small" aria-keyshortcuts="C" onClick={() => change({ beside: undefined })}>
          {t("end")}
        </Button>
      </div>
      <div className={classes["heads"]}>
        {(["pinned", "open"] as const).map((side) => {
          const { record, contactId, notice, instead } = calls[side];
          return (
            <section key={contactId} aria-label={t(side)} className={classes["call"]}>
              <p aria-hidden className={classes["which"]}>
                {t(side)}
              </p>
              {record === undefined ? (
                instead
              ) : (
                <>
                  {notice}
                  <CallHead contactId={contactId} record={record}>
                    <Button size="small" onClick={() => change(only[side])}>
                      {t("only")}
                    </Button>
                  </CallHead>
                </>
              )}
            </section>
          );
        })}
      </div>
      <Both instance={instance} pinned={calls.pinned} open={calls.open} />
    </>
  );
}

type NamedCall = CallInHand & { readonly contactId: string };

interface BothProps {
  readonly instance: string;
  readonly pinned: NamedCall;
  readonly open: NamedCall;
}

function Both({ instance, pinned, open }: BothProps) {
  const here = [pinned, open].flatMap(({ record, status, contactId }) =>
    record === undefined ? [] : [{ instance, contactId, record, recordStatus: status }],
  );
  const [first, second] = here;
  if (first === undefined) return null;
  if (second === undefined)
    return (
      <>
        <Timeline key={first.contactId} {...first} />
        <RecordFields record={first.record} />
      </>
    );
  return (
    <>
      <PairedTimelines pinned={first} open={second} />
      <ComparedFields pinned={first.record} open={second.record} />
    </>
  );
}
