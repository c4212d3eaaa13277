const ORDINARY = "2026-11-25T14:05:12+08:00";

/**
 * The instant, ms, at which every test's world stands or begins, so that what tests meet hangs on
 * neither the hour nor the weekday of the run: an ordinary Wednesday afternoon. `TEST_CLOCK`, an ISO
 * time with its offset, moves them all: `TEST_CLOCK=2028-02-29T12:00:00+08:00 npm test -- unit e2e`.
 */
export const TEST_INSTANT = readInstant(process.env["TEST_CLOCK"] ?? ORDINARY);

function readInstant(text: string): number {
  const instant = /T.*(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant))
    throw new Error(`TEST_CLOCK: ${text} is no ISO time with its offset from UTC.`);
  return instant;
}
