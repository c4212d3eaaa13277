import Button from "antd/es/button";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useSampleWords } from "#app/i18n/use-sample-words.ts";
import { SegmentedChoice } from "#app/ui/segmented-choice.tsx";
import {
  MOST_DRAWN,
  MOST_LEAST_TALK,
  SAMPLE_SCOPES,
  type SampleDraw,
} from "#contract/filter/sample-draw.ts";
import { WholeNumberField } from "./whole-number-field.tsx";
import classes from "./sample.module.css";

interface SampleControlsProps {
  readonly sample: SampleDraw;
  readonly isBusy: boolean;
  readonly isLeftOut: boolean;
  readonly onChange: (change: Partial<SampleDraw>) => void;
  /** With another seed. */
  readonly onAgain: () => void;
  readonly onLeaveOut: (isLeftOut: boolean) => void;
}

/** What is drawn: how many, of whom, with how much talk, and whether those that were heard may come again. */
export function SampleControls(props: SampleControlsProps) {
  const { sample, isBusy, isLeftOut, onChange, onAgain, onLeaveOut } = props;
  const words = useSampleWords();
  const { count } = useFormats();
  return (
    <div className={classes["controls"]}>
      <WholeNumberField
        label={words.calls}
        value={sample.calls}
        least={1}
        most={MOST_DRAWN}
        bad={words.callsBad(count(MOST_DRAWN))}
        onChange={(calls) => onChange({ calls })}
      />
      <SegmentedChoice
        aria-label={words.per}
        value={sample.per}
        options={SAMPLE_SCOPES.map((value) => ({ value, label: words.scopes[value] }))}
        onChange={(per) => onChange({ per })}
      />
      <WholeNumberField
        label={words.leastTalk}
        value={sample.leastTalk}
        least={0}
        most={MOST_LEAST_TALK}
        unit={words.unit}
        bad={words.leastTalkBad(count(MOST_LEAST_TALK))}
        onChange={(leastTalk) => onChange({ leastTalk })}
      />
      <label className={classes["check"]}>
        <input
          type="checkbox"
          checked={isLeftOut}
          onChange={({ currentTarget }) => onLeaveOut(currentTarget.checked)}
        />
        {words.leaveOut}
      </label>
      <Button size="small" loading={isBusy} onClick={onAgain}>
        {words.again}
      </Button>
    </div>
  );
}
