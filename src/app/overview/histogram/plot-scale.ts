/** Lines across the plot; more would be a fence. */
const MOST_LINES = 3;

/** Round counts up to `top`, ascending, for the lines across the plot. */
export function countLines(top: number): readonly number[] {
  const digits = Math.max(0, Math.floor(Math.log10(Math.max(1, top))) - 1);
  const steps = [1, 2, 5, 10, 20, 50, 100].map((step) => step * 10 ** digits);
  const step = steps.find((one) => top / one <= MOST_LINES) ?? Math.max(1, top);
  return Array.from({ length: Math.floor(top / step) }, (_none, index) => (index + 1) * step);
}
