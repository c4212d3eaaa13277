import type { ReactNode } from "react";
import { WITH_PHASE_COLOURS } from "#app/ui/phase-colours.ts";
import { callPhases, type CallPhases } from "#contract/record/call-phases.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { Words } from "#labels/field-text.ts";
import { FULL_STRIP_SECONDS, phaseGradient, stripShare } from "./phase-gradient.ts";
import classes from "./cell.module.css";

const STRIP = `${WITH_PHASE_COLOURS} ${classes["phases"]}`;

/** `IVR 0:12 · 排队 1:05 · 通话 3:20`, or why the times cannot be. */
export function phasesText(record: CallRecord, words: Words): string | undefined {
  const phases = callPhases(record);
  return phases && textOf(phases, words);
}

/** One strip for the whole call, to one scale in all rows. What cannot be is not drawn but said. */
export function phasesContent(record: CallRecord, words: Words): ReactNode {
  const phases = callPhases(record);
  if (phases === undefined) return undefined;
  const text = textOf(phases, words);
  if ("impossible" in phases)
    return (
      <span role="img" aria-label={text} title={text} className={classes["impossible"]}>
        {`⚠︎ ${words.labels.cells.impossible}`}
      </span>
    );
  if (phases.parts.length === 0) return <span className={classes["quiet"]}>{text}</span>;
  return (
    <span
      role="img"
      aria-label={text}
      title={text}
      className={STRIP}
      data-over={phases.totalSeconds > FULL_STRIP_SECONDS || undefined}
      style={{
        backgroundImage: phaseGradient(phases.parts),
        inlineSize: `${stripShare(phases.totalSeconds)}%`,
      }}
    />
  );
}

function textOf(phases: CallPhases, { labels, formats }: Words): string {
  const { cells } = labels;
  if ("impossible" in phases)
    return `${cells.impossible} · ${cells.impossibleBecause[phases.impossible]}`;
  if (phases.parts.length === 0) return formats.seconds(0);
  return phases.parts
    .map(({ phase, seconds }) => `${cells.phases[phase]} ${formats.seconds(seconds)}`)
    .join(" · ");
}
