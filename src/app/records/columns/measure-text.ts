/** How wide a text is as the table draws it, px. */
export type MeasureText = (text: string, as: "cell" | "heading") => number;

const HEADING_WEIGHT = 600;

/**
 * Measures by a canvas, which costs the page no layout.
 *
 * @param font of the table, as `getComputedStyle` tells it; undefined before the table is drawn
 */
export function createMeasureText(font: string | undefined): MeasureText {
  const context =
    font === undefined ? null : document.createElement("canvas").getContext("2d", { alpha: false });
  if (context === null || font === undefined) return guessWidth;
  return (text, as) => {
    context.font = as === "heading" ? font.replace(/\b400\b|^/, `${HEADING_WEIGHT} `) : font;
    return context.measureText(text).width;
  };
}

const CELL_SIZE = 13;

/** Chinese is as wide as it is high, and other letters about half of that. */
export const guessWidth: MeasureText = (text, as) =>
  [...text].reduce((sum, letter) => sum + (letter > "\u2e7f" ? CELL_SIZE : 0.54 * CELL_SIZE), 0) *
  (as === "heading" ? 1.06 : 1);
