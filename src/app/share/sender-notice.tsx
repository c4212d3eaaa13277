import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/use-formats.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useView } from "#app/view/use-view.tsx";
import type { SenderNote } from "./use-sender-note.ts";

/** Whether the calls are as many as whoever copied the link saw. */
export function SenderNotice({ asOf, total, now, onDismiss }: SenderNote & { now: number }) {
  const t = useTranslations("share");
  const formats = useFormats();
  const { asOf: pinnedTo } = useView();
  const change = Math.abs(now - total);
  const kind = now === total ? "same" : now > total ? "more" : "fewer";
  return (
    <Notice
      tone="info"
      actions={
        <Button size="small" type="text" onClick={onDismiss}>
          {t("dismiss")}
        </Button>
      }
    >
      {t(kind, { now, change, at: formats.instantShort(asOf, pinnedTo) })}
    </Notice>
  );
}
