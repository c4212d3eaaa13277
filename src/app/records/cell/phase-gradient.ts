import { PHASE_COLOURS } from "#app/ui/phase-colours.ts";
import type { PhasePart } from "#contract/record/call-phases.ts";

/** The call that fills the cell, s: one scale for all rows and lists, or lengths would say nothing. */
export const FULL_STRIP_SECONDS = 600;

/** How much of the cell the strip of a call takes, in %. */
export function stripShare(totalSeconds: number): number {
  return Math.min(100, (100 * totalSeconds) / FULL_STRIP_SECONDS);
}

/** In %, of what is drawn: a phase of a second in a call of an hour must still be seen. */
const LEAST_SHARE = 3;

/**
 * How much of the strip each phase gets, in %: true to scale, but none less than can be seen; what
 * that takes is taken from all in proportion, so a longer phase is never drawn shorter.
 */
export function phaseShares(parts: readonly PhasePart[]): readonly number[] {
  const total = parts.reduce((sum, { seconds }) => sum + seconds, 0);
  const wanted = parts.map(({ seconds }) => Math.max(LEAST_SHARE, (seconds / total) * 100));
  const wantedTotal = wanted.reduce((sum, share) => sum + share, 0);
  return wanted.map((share) => (share / wantedTotal) * 100);
}

/**
 * The strip as one CSS image: hard edges from colour to colour, a pixel of the ground between two
 * phases, so that neighbours are told apart whatever colours one sees. One element, not six.
 */
export function phaseGradient(parts: readonly PhasePart[]): string {
  const shares = phaseShares(parts);
  let edge = 0;
  const stops = parts.map(({ phase }, index) => {
    const from = edge;
    edge += shares[index] ?? 0;
    const isLast = index === parts.length - 1;
    const to = isLast ? "100%" : `calc(${percent(edge)} - 1px)`;
    const gap = isLast ? "" : `,transparent 0 ${percent(edge)}`;
    return `${PHASE_COLOURS[phase]} ${percent(from)} ${to}${gap}`;
  });
  return `linear-gradient(to right,${stops.join()})`;
}

function percent(share: number): string {
  return `${Math.round(share * 100) / 100}%`;
}
