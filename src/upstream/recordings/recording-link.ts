import { createHmac } from "node:crypto";
import { percentEncode } from "#signing/percent-encode.ts";
import { isSameText } from "#signing/same-text.ts";

/** Links of one access key are signed with its secret, so nothing of them is stored. */
export interface LinkKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

/** Of which call. */
export interface RecordingName {
  readonly instance: string;
  readonly contactId: string;
}

export const RECORDINGS_PATH = "/ccc-record/";
const SUFFIX = ".wav";
const QUERY_NAMES = ["Expires", "OSSAccessKeyId", "Signature"] as const;

/**
 * The signature of the provider's object storage in a URL: of method, expiry and resource, the
 * lines of its digest and type empty. A link is made for `GET`, and holds for `HEAD` as well. Names
 * are escaped here, so that no odd one can pass for another line.
 *
 * Authority: https://www.alibabacloud.com/help/en/oss/developer-reference/ddd-signatures-to-urls
 */
function signLink({ instance, contactId }: RecordingName, expires: string, secret: string): string {
  const resource = `${RECORDINGS_PATH}${percentEncode(instance)}/${percentEncode(contactId)}${SUFFIX}`;
  return createHmac("sha1", secret).update(`GET\n\n\n${expires}\n${resource}`).digest("base64");
}

export function recordingFileName(contactId: string): string {
  return `${contactId}${SUFFIX}`;
}

/**
 * The address of a recording on `host`.
 *
 * @param expires s since the epoch: the last second in which it holds
 */
export function recordingUrl(
  host: string,
  { instance, contactId }: RecordingName,
  expires: number,
  key: LinkKey,
): string {
  const signature = signLink({ instance, contactId }, String(expires), key.accessKeySecret);
  const path = `${percentEncode(instance)}/${percentEncode(recordingFileName(contactId))}`;
  const query = `Expires=${expires}&OSSAccessKeyId=${percentEncode(key.accessKeyId)}&Signature=${percentEncode(signature)}`;
  return `http://${host}${RECORDINGS_PATH}${path}?${query}`;
}

/** Why a link does not open anything, in the object storage's own words. */
export type LinkRefusal =
  | "AccessDenied"
  | "InvalidAccessKeyId"
  | "SignatureDoesNotMatch"
  | "NoSuchKey";

export type OpenedLink =
  | { readonly ok: true; readonly name: RecordingName }
  | { readonly ok: false; readonly code: LinkRefusal };

const refuse = (code: LinkRefusal): OpenedLink => ({ ok: false, code });

function readName(path: string): RecordingName | undefined {
  const segments = path.slice(RECORDINGS_PATH.length).split("/");
  try {
    const [instance = "", file = ""] = segments.map(decodeURIComponent);
    const contactId = file.slice(0, -SUFFIX.length);
    const isName = segments.length === 2 && file.endsWith(SUFFIX);
    return isName && instance !== "" && contactId !== "" ? { instance, contactId } : undefined;
  } catch {
    return undefined;
  }
}

/** The query's values, if it has each of its names once and no other. */
function readLinkQuery(search: string): readonly string[] | undefined {
  const query = new URLSearchParams(search);
  if ([...query.keys()].length !== QUERY_NAMES.length) return undefined;
  const values = QUERY_NAMES.flatMap((name) => query.getAll(name));
  return values.length === QUERY_NAMES.length ? values : undefined;
}

/**
 * Which recording a link opens.
 *
 * @param rawUrl path and query as received
 * @param now ms
 */
export function openLink(
  rawUrl: string,
  now: number,
  findKey: (accessKeyId: string) => LinkKey | undefined,
): OpenedLink {
  const mark = rawUrl.indexOf("?");
  const values = mark < 0 ? undefined : readLinkQuery(rawUrl.slice(mark + 1));
  if (values === undefined) return refuse("AccessDenied");
  const [expires = "", accessKeyId = "", signature = ""] = values;
  const key = findKey(accessKeyId);
  if (key === undefined) return refuse("InvalidAccessKeyId");
  const name = readName(rawUrl.slice(0, mark));
  if (name === undefined) return refuse("NoSuchKey");
  if (!isSameText(signature, signLink(name, expires, key.accessKeySecret)))
    return refuse("SignatureDoesNotMatch");
  // What was signed is a number of ours.
  return Number(expires) * 1000 < now ? refuse("AccessDenied") : { ok: true, name };
}
