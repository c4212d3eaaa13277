import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { ToneDot } from "#app/ui/tone-dot.tsx";
import type { CallRecord } from "#contract/record/call-record.ts";
import { toneOf } from "#contract/record/tones.ts";
import { enumLabel } from "#labels/labels.ts";
import classes from "./story.module.css";

interface StoryCallsProps {
  readonly calls: readonly CallRecord[];
  readonly open: CallRecord;
  readonly onOpen: (call: CallRecord) => void;
}

/** The calls as a list, the earliest first; each opens, and Back comes back here. */
export function StoryCalls({ calls, open, onOpen }: StoryCallsProps) {
  const formats = useFormats();
  const labels = useLabels();
  return (
    <ol className={classes["calls"]}>
      {calls.map((call, index) => {
        const { contactId, startTime, contactType, contactDisposition, callDuration } = call;
        const isThis = contactId === open.contactId;
        return (
          // What has no id may come twice.
          <li key={contactId ?? index}>
            <button
              type="button"
              className={classes["call"]}
              aria-current={isThis || undefined}
              aria-disabled={isThis || contactId === undefined}
              onClick={() => onOpen(call)}
            >
              <span>{startTime !== undefined && formats.instant(startTime)}</span>
              <span>{enumLabel(labels, "contactType", contactType ?? "")}</span>
              <span className={classes["ended"]}>
                <ToneDot tone={toneOf("contactDisposition", contactDisposition ?? "")} />
                {enumLabel(labels, "contactDisposition", contactDisposition ?? "")}
              </span>
              <span className={classes["length"]}>
                {callDuration !== undefined && formats.seconds(callDuration)}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
