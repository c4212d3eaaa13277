import { useFormats } from "#app/i18n/use-formats.ts";
import { usePeopleWords } from "#app/i18n/use-people-words.ts";
import type { Figures } from "#contract/api/figures.ts";
import classes from "./people.module.css";

interface RatedKeysProps {
  readonly satisfaction: Figures["satisfaction"] | undefined;
  /** The line, for whoever only hears it. */
  readonly label: string;
  readonly onKey: ((key: string) => void) | undefined;
}

/** How many calls have each key of the survey: what a key means no edition knows, so there is no mean of them. */
export function RatedKeys({ satisfaction, label, onKey }: RatedKeysProps) {
  const words = usePeopleWords();
  const { count } = useFormats();
  if (!satisfaction) return null;
  return (
    <>
      {Object.entries(satisfaction.keys).map(([key, calls]) => (
        <button
          key={key}
          type="button"
          className={classes["key"]}
          aria-label={`${label} ${words.key(key, count(calls))}`}
          aria-disabled={onKey === undefined}
          title={words.key(key, count(calls))}
          onClick={onKey && (() => onKey(key))}
        >
          {`${key}×${count(calls)}`}
        </button>
      ))}
    </>
  );
}
