import { useFormats } from "#app/i18n/use-formats.ts";
import { useWeekWords } from "#app/i18n/use-week-words.ts";
import { periodText } from "#app/overview/histogram/period-text.ts";
import { AnchoredMenu } from "#app/ui/anchored-menu.tsx";
import type { CellHour } from "./week-cells.ts";

interface CellMenuProps {
  /** The cell that it is about. */
  readonly of: HTMLElement;
  readonly name: string;
  /** Those that have calls, the latest first. */
  readonly hours: readonly CellHour[];
  readonly nowMs: number;
  readonly onChoose: (hour: CellHour) => void;
  readonly onClose: () => void;
}

/** Of which week: stretches of time with others between them are no one range. */
export function CellMenu({ of, name, hours, nowMs, onChoose, onClose }: CellMenuProps) {
  const words = useWeekWords();
  const formats = useFormats();
  const { left, bottom } = of.getBoundingClientRect();
  return (
    <AnchoredMenu
      of={of}
      instead={() => null}
      x={left}
      y={bottom}
      label={words.which(name)}
      items={hours.map(({ from, end, count = 0 }) => ({
        key: String(from),
        label: words.stretch(periodText(from, end, formats, nowMs), formats.count(count)),
      }))}
      onChoose={(key) => {
        const hour = hours.find(({ from }) => String(from) === key);
        if (hour) onChoose(hour);
      }}
      onClose={onClose}
    />
  );
}
