import { expect, test } from "playwright/test";
import { DAY_MS } from "#contract/time/durations.ts";
import { readByIntl, readByTemporal } from "#contract/time/zone-clock.ts";

// Node 20 has no Temporal: what browsers that have it read the clocks by is held there against what all others
// read them by.

const ZONES = [
  "Asia/Shanghai",
  "America/New_York",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Africa/Casablanca",
  "Asia/Kathmandu",
  "UTC",
];

/** Runs in the page, where functions come as their texts: what the clocks show from 1970 to 2020. */
const READ = function readings(
  by: (timeZone: string) => (instant: number) => number,
  zones: readonly string[],
  day: number,
) {
  const instants = Array.from({ length: 6_000 }, (_unused, at) => at * 3 * day + at * 1_234_567);
  return zones.map((zone) => instants.map(by(zone)));
}.toString();

test("a browser with Temporal reads the clocks of every zone as one without it", async ({
  page,
}) => {
  await page.goto("about:blank");
  const isThere = await page.evaluate(() => "Temporal" in globalThis);
  expect(isThere, "this browser has Temporal").toBe(true);
  const read = (by: (timeZone: string) => (instant: number) => number) =>
    page.evaluate(`(${READ})(${by.toString()}, ${JSON.stringify(ZONES)}, ${DAY_MS})`);
  expect(await read(readByTemporal)).toEqual(await read(readByIntl));
});
