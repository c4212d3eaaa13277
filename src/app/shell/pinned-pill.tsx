import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { recallRecord } from "#app/api/known-record.ts";
import { FilterPill } from "#app/filters/filter-pill.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useView } from "#app/view/use-view.tsx";

/** The call that waits for another one to stand beside, where no drawer says so, and the way out. */
export function PinnedPill() {
  const t = useTranslations("compare");
  const client = useQueryClient();
  const formats = useFormats();
  const { view, instance = "", change } = useView();
  const { beside = "" } = view;
  const startTime = recallRecord(client, instance, beside)?.startTime;
  return (
    <FilterPill
      label={t("pill")}
      text={startTime === undefined ? beside : formats.instant(startTime)}
      isIdle={false}
      onRemove={() => change({ beside: undefined })}
    />
  );
}
