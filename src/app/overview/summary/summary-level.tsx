import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLevelWords } from "#app/i18n/use-level-words.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import { SHORT_ABANDON_SECONDS } from "#contract/filter/level-part.ts";
import { levelParts } from "#contract/filter/level-parts.ts";
import { levelShare, type LevelCounts } from "#contract/filter/level-share.ts";
import type { ServiceLevel } from "#contract/filter/service-level.ts";
import { pointsText } from "#labels/change-text.ts";
import { LevelButton } from "./level-button.tsx";
import { levelBaseText, levelName } from "./level-text.ts";
import { SummaryChange } from "./summary-change.tsx";
import { SummaryPart } from "./summary-part.tsx";
import { SummaryValue } from "./summary-value.tsx";
import type { LevelInHand } from "./use-summary.ts";
import classes from "./summary-strip.module.css";

interface SummaryLevelProps {
  readonly shown: LevelInHand;
  readonly criteria: Criteria;
  /** Whether a week earlier stands beside it. */
  readonly isCompared: boolean;
  readonly onDrill: (criteria: Criteria) => void;
}

/** How many calls were answered in time, of which, and how many gave up at once; each with its calls. */
export function SummaryLevel({ shown, criteria, isCompared, onDrill }: SummaryLevelProps) {
  const t = useTranslations("summary");
  const words = useLevelWords();
  const formats = useFormats();
  const { level, now, earlier, watch } = shown;
  const name = levelName(level, words, formats);
  const parts = levelParts(criteria, level.seconds);
  // Of calls that nobody was to answer in time there is no service level.
  if (parts.offered === undefined) return null;
  const drillTo = (part: keyof LevelCounts) => {
    const target = parts[part];
    return now?.[part] && target ? () => onDrill(target) : undefined;
  };
  const base = now && levelBaseText(now, level, words, formats);
  const { text, isNote, hint } = valueOf(now, level);
  const short = now?.short;
  return (
    <span ref={watch} className={classes["item"]}>
      <LevelButton name={name} />
      <SummaryValue
        name={name}
        text={text}
        base={base ?? undefined}
        isNote={isNote}
        hint={isNote ? t("beyondHint") : hint && `${hint}\n${t("only")}`}
        onDrill={isNote ? undefined : drillTo("within")}
      />
      {isCompared && <LevelChange level={level} now={now} earlier={earlier} />}
      <SummaryPart
        name={`${name} ${words.base}`}
        text={base}
        onDrill={drillTo(level.formula === "answered" ? "answered" : "offered")}
      />
      <SummaryPart
        name={words.shorts}
        text={now && (typeof short === "number" ? words.short(formats.count(short)) : null)}
        hint={words.shortHint(formats.count(SHORT_ABANDON_SECONDS))}
        onDrill={drillTo("short")}
      />
    </span>
  );

  function valueOf(counts: LevelCounts | null | undefined, { formula, seconds }: ServiceLevel) {
    if (counts === undefined || counts === null) return { text: counts, isNote: false };
    const share = levelShare(counts, formula);
    if (share === null) return { text: t("beyond"), isNote: true };
    if (share === undefined) return { text: null, isNote: false };
    const told = words.countOf(
      formats.count(counts.within ?? 0),
      formats.count(seconds),
      base ?? "",
    );
    return { text: formats.percent(share), isNote: false, hint: told };
  }
}

interface LevelChangeProps {
  readonly level: ServiceLevel;
  readonly now: LevelCounts | null | undefined;
  readonly earlier: LevelCounts | null | undefined;
}

function LevelChange({ level, now, earlier }: LevelChangeProps) {
  const t = useTranslations("summary");
  const words = useLevelWords();
  const formats = useFormats();
  const isCounting = now === undefined || earlier === undefined;
  const after = now && levelShare(now, level.formula);
  const before = earlier && levelShare(earlier, level.formula);
  const isKnown = typeof after === "number" && typeof before === "number";
  return (
    <SummaryChange
      text={
        isKnown
          ? t("points", { change: pointsText(after, before, formats) })
          : isCounting
            ? undefined
            : null
      }
      hint={
        typeof before === "number" && earlier
          ? t("earlier", {
              value: `${formats.percent(before)} · ${levelBaseText(earlier, level, words, formats)}`,
            })
          : undefined
      }
    />
  );
}
