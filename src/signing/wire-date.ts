/** As the upstream has it. */
const FIFTEEN_MINUTES_MS = 15 * 60 * 1000;

/**
 * Writes an instant as `yyyy-MM-ddTHH:mm:ssZ`: the upstream takes no milliseconds.
 *
 * Authority: https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 *
 * @throws RangeError if `now` is not a valid instant
 */
export function formatWireDate(now: Date | number): string {
  return new Date(now).toISOString().replace(/\.\d{3}Z$/, "Z");
}

/**
 * Reads `yyyy-MM-ddTHH:mm:ssZ`; undefined for another form, and for a day that does not exist: Date
 * alone would take 30 February for 2 March.
 */
export function parseWireDate(text: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)) return undefined;
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return undefined;
  return date.toISOString() === text.replace("Z", ".000Z") ? date : undefined;
}

/** Whether a request's date is near enough to the verifier's clock, before it or behind. */
export function isWithinSkew(
  date: Date,
  now: Date | number,
  allowedMs: number = FIFTEEN_MINUTES_MS,
): boolean {
  // Written so that a clock that is not a number refuses.
  return Math.abs(date.getTime() - Number(now)) <= allowedMs;
}
