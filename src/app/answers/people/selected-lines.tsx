import { useFormats } from "#app/i18n/use-formats.ts";
import { usePeopleWords } from "#app/i18n/use-people-words.ts";
import type { SomeFigures } from "#contract/api/figures.ts";
import { withCriterion } from "#contract/filter/criteria.ts";
import type { PersonKey } from "#contract/filter/filters.ts";
import type { ServiceLevel } from "#contract/filter/service-level.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import type { Drill } from "./drill.ts";
import { figuresWithout } from "./figures-without.ts";
import { PeopleLine } from "./people-line.tsx";
import { useTogether } from "./use-together.ts";

interface SelectedLinesProps {
  readonly calls: CallSet;
  readonly personKey: PersonKey;
  readonly selected: readonly string[];
  readonly level: ServiceLevel;
  /** Those of all calls. */
  readonly all: SomeFigures | undefined;
  /** Those of the one that is selected. */
  readonly ofOne: SomeFigures | undefined;
  readonly onDrill: (drill: Drill) => void;
}

/** What the selected have together, each call once, and what all others have. */
export function SelectedLines(props: SelectedLinesProps) {
  const { calls, personKey, selected, level, all, ofOne, onDrill } = props;
  const words = usePeopleWords();
  const { count } = useFormats();
  const { figures, error } = useTogether(calls, personKey, selected, level.seconds, ofOne);
  const [first = ""] = selected;
  const isOne = selected.length === 1;
  const isTooMany = figures?.total === null;
  const whyTogether = () => (isTooMany ? words.tooManyTogether : undefined);
  const common = { level, onDrill, earlier: undefined, isSum: true } as const;
  if (error) return null;
  return (
    <>
      <PeopleLine
        {...common}
        name={words.together(count(selected.length))}
        now={figures}
        hint={isTooMany ? words.tooManyTogether : undefined}
        criteria={isOne ? withCriterion(calls.criteria, personKey, first) : undefined}
        {...(!isOne && { noWay: words.noWay })}
        why={whyTogether}
      />
      {all && (
        <PeopleLine
          {...common}
          name={words.except}
          hint={words.exceptHint}
          now={figuresWithout(all, figures)}
          criteria={undefined}
          noWay={words.noWay}
          why={(column) =>
            isTooMany ? words.tooManyTogether : column === "p90" ? words.exceptRank : undefined
          }
        />
      )}
    </>
  );
}
