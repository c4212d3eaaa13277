import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { toneOf } from "#contract/record/tones.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import { enumLabel } from "#labels/labels.ts";
import classes from "./story.module.css";

interface StoryStripProps {
  readonly calls: readonly CallRecord[];
  readonly open: CallRecord;
  readonly range: AbsoluteRange;
  readonly onOpen: (call: CallRecord) => void;
}

/** The calls on one time axis, in the colours of how they ended. The list below it says the same in words. */
export function StoryStrip({ calls, open, range: { from, to }, onOpen }: StoryStripProps) {
  const formats = useFormats();
  const labels = useLabels();
  const spanMs = Math.max(1, to - from);
  return (
    <div aria-hidden className={classes["strip"]}>
      <div className={classes["axis"]}>
        {calls.map((call, index) => {
          const { startTime = from, contactDisposition = "" } = call;
          const outcome = enumLabel(labels, "contactDisposition", contactDisposition);
          return (
            <button
              // What has no id may come twice.
              key={call.contactId ?? index}
              type="button"
              tabIndex={-1}
              className={classes["mark"]}
              data-tone={toneOf("contactDisposition", contactDisposition)}
              data-open={call.contactId === open.contactId || undefined}
              style={{ insetInlineStart: `${((startTime - from) / spanMs) * 100}%` }}
              title={`${formats.instant(startTime)} ${outcome}`}
              onClick={() => onOpen(call)}
            />
          );
        })}
      </div>
      <div className={classes["ends"]}>
        <span>{formats.reading(from).day}</span>
        <span>{formats.reading(to).day}</span>
      </div>
    </div>
  );
}
