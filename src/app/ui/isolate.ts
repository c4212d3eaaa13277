/** Letters that are written from right to left: Hebrew, Arabic and their neighbours. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** Whether a text from outside may have a direction of its own. */
export function isMixed(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/**
 * A text from outside within a sentence of ours, whose words and figures it must not turn around. Where there are
 * elements, `OutsideText` does it: https://www.w3.org/TR/unicode-bidi/#isolates
 */
export function isolate(text: string): string {
  return isMixed(text) ? `\u2068${text}\u2069` : text;
}
