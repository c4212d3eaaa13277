import type { CallRecord } from "#contract/record/call-record.ts";

/** Digits. What is shorter is an extension, which is found in any id. */
const SHORTEST_NUMBER = 5;

/**
 * The name of a recording that is kept as a file, without its ending: when the call began, and its id, unless
 * that has one of its numbers in it.
 *
 * @param timeZone IANA name
 */
export function recordingFileName(
  { startTime, callingNumber, calledNumber }: CallRecord,
  contactId: string,
  timeZone: string,
): string {
  const began = startTime === undefined ? undefined : instantText(startTime, timeZone);
  const digits = (text: string) => text.replace(/\D/g, "");
  const numbers = [callingNumber, calledNumber].map((number) => digits(number ?? ""));
  const tellsNumber = numbers.some(
    (number) => number.length >= SHORTEST_NUMBER && digits(contactId).includes(number),
  );
  const id = tellsNumber ? undefined : contactId.replace(/[^\w.-]/g, "_").slice(0, 80);
  return ["recording", began, id].filter((part) => part !== undefined).join("-");
}

/** `20261128-083015`. Swedish writes what ISO 8601 does. */
function instantText(instant: number, timeZone: string): string {
  return new Date(instant)
    .toLocaleString("sv-SE", { timeZone })
    .replace(/[-:]/g, "")
    .replace(" ", "-");
}
