import Button from "antd/es/button";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useShareWords } from "#app/i18n/use-share-words.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { CallSet } from "#contract/view/call-set.ts";
import { useSenderNote } from "./use-sender-note.ts";

interface SenderNoticeProps {
  readonly calls: CallSet;
  /** How many there are by now, where that is known. */
  readonly now: number | undefined;
}

/** Whether the calls are as many as whoever copied the link saw. */
export function SenderNotice({ calls, now }: SenderNoticeProps) {
  const words = useShareWords();
  const formats = useFormats();
  const note = useSenderNote(calls);
  if (note === undefined || now === undefined) return null;
  const { asOf, total, onDismiss } = note;
  const kind = now === total ? "same" : now > total ? "more" : "fewer";
  const change = formats.count(Math.abs(now - total));
  return (
    <Notice
      tone="info"
      actions={
        <Button size="small" type="text" onClick={onDismiss}>
          {words.dismiss}
        </Button>
      }
    >
      {words[kind](formats.count(now), formats.instantShort(asOf, calls.asOf), change)}
    </Notice>
  );
}
