import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/use-formats.ts";
import type { ShareBase } from "#contract/filter/share-base.ts";
import type { ContactDisposition } from "#contract/record/enums.ts";
import { ABANDONED_DISPOSITIONS, ANSWERED_DISPOSITIONS } from "#contract/record/tones.ts";
import { pointsText } from "#labels/change-text.ts";
import { shareOf, type Share } from "./share-of.ts";
import { SummaryBase } from "./summary-base.tsx";
import { SummaryChange } from "./summary-change.tsx";
import { SummaryValue } from "./summary-value.tsx";
import type { Counts } from "./use-summary.ts";
import classes from "./summary-strip.module.css";

interface SummarySharesProps {
  readonly now: Counts;
  /** The same a week earlier, where it is asked for. */
  readonly earlier: Counts | undefined;
  readonly base: ShareBase["kind"];
  /** Shows the calls of the base that ended so. */
  readonly onDrill: (dispositions: readonly ContactDisposition[]) => void;
}

const SHARES = [
  { name: "answered", dispositions: ANSWERED_DISPOSITIONS },
  { name: "abandoned", dispositions: ABANDONED_DISPOSITIONS },
] as const;

/** What part of the calls went so, of which calls, and how that has changed. */
export function SummaryShares({ now, earlier, base, onDrill }: SummarySharesProps) {
  const t = useTranslations("summary");
  const formats = useFormats();
  const baseText = (count: number) => t(base, { count: formats.count(count) });
  const ofBase = (counts: Counts, share: Share) =>
    t("countOf", {
      count: formats.count(counts[share] ?? 0),
      base: baseText(counts.base ?? 0),
    });
  const changed = (share: Share) => {
    const after = shareOf(now, share);
    const before = earlier && shareOf(earlier, share);
    if (after === null || before === null) return null;
    if (after === undefined || before === undefined) return undefined;
    return t("points", { change: pointsText(after, before, formats) });
  };
  const told = typeof now.base === "number" ? baseText(now.base) : now.base;
  return (
    <span className={classes["item"]}>
      {SHARES.map(({ name, dispositions }) => {
        const share = shareOf(now, name);
        const before = earlier && shareOf(earlier, name);
        const isKnown = typeof share === "number";
        return (
          <span key={name} className={classes["share"]}>
            <span className={classes["label"]}>{t(name)}</span>
            <SummaryValue
              name={t(name)}
              text={isKnown ? formats.percent(share) : share}
              base={told ?? undefined}
              hint={isKnown ? `${ofBase(now, name)}\n${t("only")}` : undefined}
              // Of none there is nothing to show.
              onDrill={isKnown && share > 0 ? () => onDrill(dispositions) : undefined}
            />
            {earlier && (
              <SummaryChange
                text={changed(name)}
                hint={
                  typeof before === "number"
                    ? t("earlier", {
                        value: `${formats.percent(before)} · ${ofBase(earlier, name)}`,
                      })
                    : undefined
                }
              />
            )}
          </span>
        );
      })}
      <SummaryBase text={told} />
    </span>
  );
}
