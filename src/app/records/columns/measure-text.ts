/** How wide a text is as the table draws it, px. */
export type MeasureText = (text: string, as: "cell" | "heading") => number;

const HEADING_WEIGHT = 600;

/**
 * Measures by a canvas, which costs the page no layout.
 *
 * @param font size and family of the table; undefined before the table is drawn, when nothing has a width
 */
export function createMeasureText(font: string | undefined): MeasureText {
  const context =
    font === undefined ? null : document.createElement("canvas").getContext("2d", { alpha: false });
  if (context === null || font === undefined) return () => 0;
  return (text, as) => {
    context.font = as === "heading" ? `${HEADING_WEIGHT} ${font}` : font;
    return context.measureText(text).width;
  };
}
