import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import { useTimelineText } from "#app/i18n/use-call-words.ts";
import { useDoubtWords } from "#app/i18n/use-doubt-words.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useCopy } from "#app/ui/use-copy.ts";
import { momentsTsv } from "./moments-tsv.ts";
import type { CallTimeline, Moment } from "./timeline-model.ts";
import type { TimelineWords } from "./use-timeline-words.ts";
import classes from "./timeline.module.css";

const COLUMNS = ["at", "offset", "what", "who", "length"] as const;

interface MomentsTableProps {
  readonly timeline: CallTimeline;
  readonly words: TimelineWords;
}

/** An instant a line, to be read and to be copied; and below them why they cannot all be right. */
export function MomentsTable({ timeline, words }: MomentsTableProps) {
  const { moments, startsAt } = timeline;
  const t = useTimelineText();
  const said = useTranslations("detail");
  const formats = useFormats();
  const copy = useCopy({ copied: said("copied"), failed: said("notCopied") });
  const { heading } = useDoubtWords();
  const reasons = words.reasons(timeline);
  const heads = COLUMNS.map((column) => t(`columns.${column}`));
  const cellsOf = (moment: Moment, clock: (at: number) => string) => [
    moment.at === undefined ? t("unknownAt") : clock(moment.at),
    moment.at === undefined ? "" : words.offset(moment.at, startsAt),
    words.what(moment),
    words.party(moment.party),
    moment.seconds === undefined ? "" : formats.seconds(moment.seconds),
  ];
  return (
    <>
      <table className={classes["table"]}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moments.map((moment, index) => (
            // Two may be the same in all that is told of them.
            <tr key={index}>
              {cellsOf(moment, (at) => words.clock(at, startsAt)).map((cell, column) => (
                <td key={COLUMNS[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
        {reasons.length > 0 && (
          <tfoot>
            {reasons.map((reason, index) => (
              <tr key={reason}>
                {index === 0 && (
                  <th scope="rowgroup" colSpan={2} rowSpan={reasons.length}>
                    {heading}
                  </th>
                )}
                <td colSpan={3}>{reason}</td>
              </tr>
            ))}
          </tfoot>
        )}
      </table>
      <Button
        size="small"
        onClick={() =>
          void copy(
            momentsTsv([
              heads,
              ...moments.map((one) => cellsOf(one, (at) => formats.instant(at))),
              ...reasons.map((reason) => [heading, "", reason, "", ""]),
            ]),
          )
        }
      >
        {t("copy")}
      </Button>
    </>
  );
}
