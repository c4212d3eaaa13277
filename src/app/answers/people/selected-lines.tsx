import { useFormats } from "#app/i18n/use-formats.ts";
import { usePeopleWords } from "#app/i18n/use-people-words.ts";
import { NOT_KNOWN, type SomeFigures } from "#contract/api/figures.ts";
import { withCriterion } from "#contract/filter/criteria.ts";
import type { PersonKey } from "#contract/filter/filters.ts";
import type { ServiceLevel } from "#contract/filter/service-level.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import type { Drill } from "./drill.ts";
import { figuresWithout } from "./figures-without.ts";
import { PeopleLine } from "./people-line.tsx";
import type { PersonFigures } from "./use-figures.ts";

interface SelectedLinesProps {
  readonly calls: CallSet;
  readonly personKey: PersonKey;
  readonly selected: readonly string[];
  readonly level: ServiceLevel;
  /** Those of all calls. */
  readonly all: SomeFigures | undefined;
  /** Those of the selected. */
  readonly together: PersonFigures;
  readonly onDrill: (drill: Drill) => void;
}

/** What the selected have together, each call once, and what all others have. */
export function SelectedLines(props: SelectedLinesProps) {
  const { calls, personKey, selected, level, all, together, onDrill } = props;
  const words = usePeopleWords();
  const { count } = useFormats();
  const { error } = together;
  // What has failed is not counted any more, and is no sum of nothing.
  const figures = error ? NOT_KNOWN : together.figures;
  const [first = ""] = selected;
  const isOne = selected.length === 1;
  const isUnknown = figures?.total === null;
  const whyUnknown = error ? words.notCounted : words.tooManyTogether;
  const whyTogether = () => (isUnknown ? whyUnknown : undefined);
  const common = { level, onDrill, earlier: undefined, isSum: true } as const;
  return (
    <>
      <PeopleLine
        {...common}
        name={words.together(count(selected.length))}
        now={figures}
        hint={whyTogether()}
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
            isUnknown ? whyUnknown : column === "p90" ? words.exceptRank : undefined
          }
        />
      )}
    </>
  );
}
