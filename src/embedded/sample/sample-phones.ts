import type { Rng } from "#upstream/chance/rng.ts";
import { PLACES, type Place } from "./sample-places.ts";

/**
 * Numbers that nobody can have. 154 is not among the mobile prefixes that China has assigned, and
 * no local number begins with 0, the prefix of trunk calls: `154…` and area code + `0555…` look the
 * part and ring nowhere.
 */
const MOBILE_PREFIX = "154";
const LANDLINE_PREFIX = "0555";

const digits = (value: number, length: number) => String(value).padStart(length, "0");

/** A landline of the company, one of a few. */
export function trunkNumber(place: Place, index: number): string {
  return `${place.areaCode}${LANDLINE_PREFIX}${digits(100 + index, 4)}`;
}

/** A telephone on an agent's desk. */
export function extensionNumber(agentIndex: number): string {
  return digits(8000 + agentIndex, 4);
}

/** A number that stands in for another, so that neither side of a call learns the other's. */
export function brokerNumber(rng: Rng): string {
  return `${MOBILE_PREFIX}0000${digits(rng.int(0, 399), 4)}`;
}

export interface Customer {
  readonly number: string;
  readonly place: Place;
}

/** Multiplying by an odd number and masking maps 2^26 indexes one to one onto each other. */
const SCATTER = 0x2545f49;
const MASK = 0x3ffffff;

/** The same index is the same customer: a number, and the place it is registered in. */
export function customerOf(index: number): Customer {
  const scattered = Math.imul(index + 1, SCATTER) & MASK;
  // Squared: the front of the list is drawn more often.
  const share = ((scattered >>> 3) % 9973) / 9973;
  const place = PLACES[Math.floor(share * share * PLACES.length)] ?? { name: "", areaCode: "0" };
  const isLandline = scattered % 12 === 0;
  const number = isLandline
    ? `${place.areaCode}${LANDLINE_PREFIX}${digits(scattered % 10_000, 4)}`
    : `${MOBILE_PREFIX}${digits(scattered, 8)}`;
  return { number, place };
}

/** As the provider shows a number to those who may not see it. */
export function maskNumber(number: string): string {
  return `${number.slice(0, -4)}****`;
}
