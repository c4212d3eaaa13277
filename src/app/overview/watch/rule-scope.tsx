import { useSuspenseQuery } from "@tanstack/react-query";
import { sessionQuery } from "#app/api/session-query.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { useWatchWords } from "#app/i18n/use-watch-words.ts";
import { activeCriteria } from "#contract/filter/criteria.ts";
import { isKind } from "#contract/filter/filters.ts";
import { readView } from "#contract/view/view-codec.ts";
import { criterionText } from "#labels/criterion-text.ts";
import classes from "./watch.module.css";

/** Which calls a rule is about: of a number only that one is asked for. */
export function RuleScope({ view: search }: { view: string }) {
  const words = useWatchWords();
  const labels = useLabels();
  const { instances } = useSuspenseQuery(sessionQuery()).data;
  const { criteria, instance } = readView(new URLSearchParams(search)).view;
  const parts = activeCriteria(criteria).map((key) =>
    isKind(key, "phone")
      ? `${labels.filters[key]} …`
      : `${labels.filters[key]} ${criterionText(labels, key, criteria)}`,
  );
  const name = instances.find(({ id }) => id === instance)?.name ?? instance;
  const places = instances.length > 1 && name !== undefined ? [name] : [];
  return (
    <span className={classes["about"]}>
      {[...places, ...(parts.length > 0 ? parts : [words.allCalls])].join(" · ")}
    </span>
  );
}
