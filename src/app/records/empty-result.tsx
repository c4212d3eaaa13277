import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import { CRITERION_KEYS } from "#contract/filters.ts";
import { isRelative } from "#contract/time-range.ts";
import { Blank } from "#app/ui/blank.tsx";
import { useView } from "#app/view/use-view.tsx";

/** No rows, with the reason that fits and the step that helps. */
export function EmptyResult() {
  const t = useTranslations("empty");
  const { view, change } = useView();
  const filtered = CRITERION_KEYS.some((key) => view.criteria[key] !== undefined);
  const widest = isRelative(view.time) && view.time.relative === "last30d";
  const byContact = view.criteria.contactId !== undefined;
  return (
    <Blank
      title={t("title")}
      actions={
        <>
          {filtered && (
            <Button
              onClick={() => {
                // Taking the contact id away brings the other filters back.
                const { contactId, ...others } = view.criteria;
                change({ criteria: contactId === undefined ? {} : others });
              }}
            >
              {t(byContact ? "clearContact" : "clearFilters")}
            </Button>
          )}
          {!widest && !byContact && (
            <Button onClick={() => change({ time: { relative: "last30d" } })}>{t("widen")}</Button>
          )}
        </>
      }
    >
      {t(byContact ? "contact" : filtered ? "filtered" : "unfiltered")}
    </Blank>
  );
}
