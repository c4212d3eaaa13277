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

/** An http or https address without a path, which `isTaken` may narrow; gives its origin. */
export function origin(error: string, isTaken: (url: URL) => boolean = () => true) {
  return z.string().transform((text, context) => {
    const url = parseOrigin(text);
    if (url !== undefined && isTaken(url)) return url.origin;
    context.addIssue(error);
    return z.NEVER;
  });
}

function parseOrigin(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!["http:", "https:"].includes(url.protocol)) return undefined;
  return url.pathname === "/" && url.search + url.hash + url.username + url.password === ""
    ? url
    : undefined;
}
