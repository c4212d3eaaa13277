import type { MeasureText } from "./measure-text.ts";

const CELL_SIZE = 13;

/** Chinese is as wide as it is high, and other letters about half of that. */
export const guessWidth: MeasureText = (text, as) =>
  [...text].reduce((sum, letter) => sum + (letter > "\u2e7f" ? CELL_SIZE : 0.54 * CELL_SIZE), 0) *
  (as === "heading" ? 1.06 : 1);
