import { createChoice, usePreference } from "#app/ui/preference.ts";
import { useMediaQuery } from "#app/ui/use-media-query.ts";
import { NARROW } from "#app/ui/use-narrow.ts";

/** How the calls over time are shown; collapsed they are not asked for. */
const SHAPES = ["chart", "table", "collapsed"] as const;
export type HistogramShape = (typeof SHAPES)[number];

const PREFERENCE = createChoice("callscope.histogram", SHAPES);
/** Where the rows need the room themselves. */
const LITTLE_ROOM = `${NARROW}, (max-height: 600px)`;

/** The reader's choice, or what suits the window, and how to change it. */
export function useHistogramShape(): readonly [HistogramShape, (shape: HistogramShape) => void] {
  const [chosen, choose] = usePreference(PREFERENCE);
  const hasLittleRoom = useMediaQuery(LITTLE_ROOM);
  return [chosen ?? (hasLittleRoom ? "collapsed" : "chart"), choose];
}
