import { isIP } from "node:net";
import * as z from "zod";

// What an environment variable may hold. A message never repeats the value: it may be a secret in the
// wrong place.

export function wholeNumber(least: number, most: number) {
  return z
    .string()
    .refine((text) => /^\d{1,15}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `must be a whole number from ${least} to ${most}`,
    })
    .transform(Number);
}

/** `true` or `false`; an unset flag is false. */
export const flag = z
  .enum(["true", "false"], { error: "must be true or false" })
  .default("false")
  .transform((text) => text === "true");

/** Key ids and tokens travel in headers, where a line feed or a letter outside ASCII cannot. */
export const headerText = z
  .string()
  .regex(/^[\x21-\x7e]+$/, { error: "must be printable ASCII without spaces" });

const LEAST_SECRET_LENGTH = 32;
const MOST_SECRETS = 8;

/** Secrets with commas: the first is used for what is new, all of them for what is old. */
export const secretList = z.string().transform((list, context) => {
  const secrets = list.split(",").map((secret) => secret.trim());
  const isGood = secrets.every((secret) => secret.length >= LEAST_SECRET_LENGTH);
  if (isGood && secrets.length <= MOST_SECRETS && new Set(secrets).size === secrets.length)
    return secrets;
  context.addIssue(
    `must be up to ${MOST_SECRETS} different secrets with commas, the newest first, each of at least ${LEAST_SECRET_LENGTH} characters`,
  );
  return z.NEVER;
});

/** An http or https address without a path, which `isTaken` may narrow; gives its origin. */
export function origin(error: string, isTaken: (url: URL) => boolean = () => true) {
  return z.string().transform((text, context) => {
    const url = parseOrigin(text);
    if (url !== undefined && isTaken(url)) return url.origin;
    context.addIssue(error);
    return z.NEVER;
  });
}

/** Addresses and CIDR blocks with commas. A block of everybody is refused: it would believe anyone. */
export const addresses = z.string().transform((list, context) => {
  const all = list.split(",").map((text) => text.trim());
  if (all.every(isAddressOrBlock)) return all;
  context.addIssue(
    "must be addresses or CIDR blocks separated by commas, such as 10.0.0.7, fd00::/8",
  );
  return z.NEVER;
});

/** Two labels or more, the last of which has a letter: an address is none. */
const HOST_NAME = /^\.?([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/;

/** Host names with commas, each exact or with a leading dot for all that end so. */
export const hostNames = z.string().transform((list, context) => {
  const all = list.split(",").map((text) => text.trim().toLowerCase());
  if (all.every((name) => HOST_NAME.test(name))) return all;
  context.addIssue(
    "must be host names separated by commas, such as records.example.com, .oss.example.com",
  );
  return z.NEVER;
});

function isAddressOrBlock(text: string): boolean {
  const [, address = "", bits] = /^([\da-f.:]+)(?:\/([1-9]\d{0,2}))?$/i.exec(text) ?? [];
  const family = isIP(address);
  return family !== 0 && Number(bits ?? 1) <= (family === 4 ? 32 : 128);
}

function parseOrigin(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!["http:", "https:"].includes(url.protocol)) return undefined;
  return url.pathname === "/" && url.search + url.hash + url.username + url.password === ""
    ? url
    : undefined;
}
