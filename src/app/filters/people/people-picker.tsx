import { useQuery } from "@tanstack/react-query";
import AutoComplete from "antd/es/auto-complete";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { peopleQuery } from "#app/api/people-query.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { isolate } from "#app/ui/isolate.ts";
import { useDraft } from "#app/ui/use-draft.ts";
import { usePaused } from "#app/ui/use-paused.ts";
import { MAX_SEARCH_LENGTH } from "#contract/api/people.ts";
import { FILTERS, type FilterKeyOf } from "#contract/filter/filters.ts";
import { pickerOptions, type PickerOption } from "./picker-options.ts";
import type { RecentPerson } from "./recent-people.ts";
import classes from "./people-picker.module.css";

/** Typing on takes less, so that a name is searched once and not by each of its letters. */
const PAUSE_MS = 200;

/** A line that says something and cannot be chosen. No id begins with a blank. */
const said = (label: string, className = "") => ({
  value: ` ${label}`,
  label: <span className={className}>{label}</span>,
  disabled: true,
});

interface PeoplePickerProps {
  facet: FilterKeyOf<"person">;
  instance: string;
  disabled: boolean;
  recent: readonly RecentPerson[];
  onChoose: (id: string) => void;
}

/** Finds an agent or a group by name; a raw id is taken, too. */
export function PeoplePicker({ facet, instance, disabled, recent, onChoose }: PeoplePickerProps) {
  const t = useTranslations();
  const errorWords = useErrorWords();
  const [text, setText] = useDraft("", "person");
  const [hasFocus, setFocus] = useState(false);
  // What is typed shows at once; the search follows, and a search that is overtaken is given up.
  const typed = text.trim();
  const paused = usePaused(typed, PAUSE_MS);
  // An empty field does not go on searching, not even for the moment.
  const sought = typed === "" ? "" : paused;
  const isSearched = sought !== "" && sought.length <= MAX_SEARCH_LENGTH;
  const peopleKind = FILTERS[facet].people;
  const query = useQuery({
    ...peopleQuery({ instance, kind: peopleKind, q: sought }),
    enabled: isSearched && !disabled,
  });
  const { data, isPlaceholderData, isError, error } = query;
  const people = isSearched ? data?.people : undefined;

  // What is too long to be searched for has no answer to wait for.
  const isSettled = sought === typed && (!isSearched || (!query.isFetching && !isPlaceholderData));
  const hasFailed = isSearched && isError;
  const options = pickerOptions({ text, recent, found: people, isSettled, hasFailed });
  const isOver = isSettled && typed !== "";
  const group = (kind: PickerOption["kind"]) =>
    options
      .filter((option) => option.kind === kind)
      .map(({ id, name }) => ({ value: id, label: <PersonLabel id={id} name={name} /> }));
  const filter = t(`filters.${facet}`);
  const picker = (
    <AutoComplete
      size="small"
      className={classes["picker"] ?? ""}
      aria-label={t("people.find", { filter })}
      placeholder={t(`people.placeholders.${peopleKind}`)}
      // antd draws it as a text of its own, which must be legible like any other.
      styles={{ placeholder: { color: "var(--ant-color-text-secondary)" } }}
      disabled={disabled}
      value={text}
      defaultActiveFirstOption
      showSearch={{ filterOption: false, onSearch: setText }}
      options={[
        ...titled(t("people.recent"), group("recent")),
        ...group("found"),
        ...(isOver && data?.more === true ? [said(t("people.more"))] : []),
        ...(isOver && hasFailed
          ? [said(t("people.failed", { reason: errorWords(error).title }))]
          : []),
        ...(isOver && !hasFailed && options.every(({ kind }) => kind === "useId")
          ? [said(t("people.noneFound"))]
          : []),
        // Beside what is there already it is said a moment later: most searches are over by then.
        ...(!isOver && typed !== "" && options.length > 0
          ? [said(t("people.searching"), classes["late"])]
          : []),
        ...group("useId").map(({ value }) => ({
          value,
          label: t("people.useId", { id: isolate(value) }),
        })),
      ]}
      notFoundContent={typed === "" ? null : t("people.searching")}
      onSelect={(id: string) => {
        onChoose(id);
        setText("");
      }}
      onFocus={() => setFocus(true)}
      onBlur={() => setFocus(false)}
    />
  );
  return (
    <>
      {picker}
      {/* What stands in a field looks as if it had an effect. */}
      {typed !== "" && !hasFocus && (
        <span role="status" className={classes["unapplied"]}>
          {t("people.unapplied")}
        </span>
      )}
    </>
  );
}

function titled<T>(label: string, options: readonly T[]) {
  return options.length > 0 ? [{ label, options: [...options] }] : [];
}

/** The id, too: names are not unique. */
function PersonLabel({ id, name }: { id: string; name: string | undefined }) {
  return (
    <span className={classes["person"]} title={id}>
      <bdi className={classes["name"]}>{name ?? id}</bdi>
      {name !== undefined && <bdi className={classes["id"]}>{id}</bdi>}
    </span>
  );
}
