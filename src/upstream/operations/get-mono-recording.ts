import { readWireRecord } from "#contract/upstream/wire-record.ts";
import { recordingSeconds } from "#upstream/recordings/recording-length.ts";
import { recordingFileName, recordingUrl } from "#upstream/recordings/recording-link.ts";
import { WireError } from "#upstream/request/wire-error.ts";
import {
  optionalText,
  requiredCount,
  type WireParameters,
} from "#upstream/request/wire-parameters.ts";
import type { OperationHandler } from "./operation.ts";
import { requiredRecord } from "./required-record.ts";

const DAY_SECONDS = 86_400;
/** The longest that the object storage signs a link for; this operation's page names no bounds. */
const LONGEST_SECONDS = 7 * DAY_SECONDS;

function readExpireSeconds(parameters: WireParameters): number {
  return optionalText(parameters, "ExpireSeconds") === undefined
    ? DAY_SECONDS
    : requiredCount(parameters, "ExpireSeconds", LONGEST_SECONDS);
}

/**
 * Where the recording of a call is to be had, for a day or as long as is asked.
 *
 * Authority: the provider's page of `GetMonoRecording`. It does not say what is answered for a call
 * that has no recording, or none yet.
 */
export const getMonoRecording: OperationHandler = async (parameters, context) => {
  const expireSeconds = readExpireSeconds(parameters);
  const { instance, contactId, record } = await requiredRecord(parameters, context);
  const seconds = recordingSeconds(readWireRecord(record));
  if (seconds === undefined) throw new WireError("NotExists.Recording", contactId);
  const expires = Math.floor(context.now / 1000) + expireSeconds;
  return {
    FileName: recordingFileName(contactId),
    FileUrl: recordingUrl(context.host, { instance, contactId }, expires, context.accessKey),
    Duration: seconds * 1000,
  };
};
