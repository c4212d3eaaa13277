import { useId } from "react";
import { useTranslations } from "use-intl";
import { useView } from "#app/view/use-view.tsx";
import type { Person } from "#contract/api/people.ts";
import { withinInstance } from "#contract/api/scope.ts";
import type { Criteria, FilterKeyOf } from "#contract/filter/filters.ts";
import { useSetCriterion } from "./use-set-criterion.ts";
import classes from "./own-people.module.css";

interface OwnPeopleProps {
  readonly filter: FilterKeyOf<"person">;
  /** All groups or agents whose calls the reader may see. */
  readonly people: readonly Person[];
  readonly value: Criteria[keyof Criteria];
  readonly disabled: boolean;
}

/** The reader's own groups or agents, of which one is always looked at. */
export function OwnPeople(props: OwnPeopleProps) {
  const { filter, people, value, disabled } = props;
  const t = useTranslations("rights");
  const set = useSetCriterion(filter);
  const { instance } = useView();
  const name = useId();
  return (
    <>
      <p className={classes["note"]}>{t(`only.${filter}`)}</p>
      <ul className={classes["people"]}>
        {withinInstance(people, instance).map((person) => (
          <li key={person.id}>
            <label className={classes["person"]} title={person.id}>
              <input
                type="radio"
                name={name}
                className={classes["round"]}
                checked={person.id === value}
                disabled={disabled}
                onChange={() => set(person.id)}
              />
              <bdi>{person.name}</bdi>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}
