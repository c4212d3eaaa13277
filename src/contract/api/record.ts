import * as z from "zod/mini";
import { parseText } from "#contract/filter/codec.ts";
import { idCodec } from "#contract/filter/id-codec.ts";
import { callRecordSchema } from "#contract/record/call-record.ts";
import { reasonOf, type ViewProblem } from "#contract/view/view-codec.ts";
import { spentSchema } from "./spent.ts";

// `GET /api/records/:contactId?instance=`: one call record, whatever page of a view it is on.

/** The path as the BFF serves it. {@link recordPath} fills it in. */
export const RECORD_ROUTE = "/api/records/:contactId";

/** Which call record is asked for. */
export interface RecordRequest {
  readonly contactId: string;
  /** Absent: the first instance the reader may see. */
  readonly instance?: string | undefined;
}

/** The path that asks the BFF for one call record. */
export function recordPath({ contactId, instance }: RecordRequest): string {
  const path = RECORD_ROUTE.replace(":contactId", () => encodeURIComponent(contactId));
  if (instance === undefined) return path;
  return `${path}?${new URLSearchParams({ instance: idCodec.write(instance) })}`;
}

/**
 * A request from the path's contact id, decoded, and its URL parameters. An empty `instance` is as
 * if it were not there.
 *
 * @returns every problem; with one the request is not to be used
 */
export function readRecordRequest(
  contactIdText: string,
  params: URLSearchParams,
): { request: RecordRequest; problems: readonly ViewProblem[] } {
  const problems: ViewProblem[] = [];
  const contactId = parseText(contactIdText);
  if (contactId === undefined)
    problems.push({ name: "contactId", value: contactIdText, reason: "bad-value" });
  for (const name of params.keys())
    if (name !== "instance") problems.push({ name, reason: "unknown-name" });
  const [text = "", ...more] = params.getAll("instance");
  if (more.length > 0) problems.push({ name: "instance", reason: "repeated" });
  const { value: instance } = idCodec.read(text);
  if (text !== "" && instance === undefined)
    problems.push({ name: "instance", value: text, reason: reasonOf("instance", text) });
  return { request: { contactId: contactId ?? "", instance }, problems };
}

/** The reply of {@link RECORD_ROUTE}. */
export const recordReplySchema = z.object({
  record: callRecordSchema,
  /** The upstream's request id where it gave one, else the BFF's own. */
  requestId: z.string(),
  spent: spentSchema,
});

/** See {@link recordReplySchema}. */
export type RecordReply = z.infer<typeof recordReplySchema>;
