/**
 * The provider's error codes, each with its HTTP status and its text, in which `%s` stands for a word
 * that it fills in. The embedded upstream answers with them.
 *
 * Authority: the provider's page of `ListCallDetailRecords` for `Parameter.Format` and
 * `InternalService.Common`, the public error lists of the product and of its gateway for the others.
 */
export const UPSTREAM_ERRORS = {
  // The service: parameters, and what they name.
  "Parameter.Format": { status: 400, message: "The format of parameter %s is invalid. %s" },
  "Parameter.Blank": { status: 400, message: "The parameter %s may not be null or blank." },
  "Parameter.Maximum": {
    status: 400,
    message: "The parameter %s must be less than or equal to %s.",
  },
  "Parameter.Minimum": {
    status: 400,
    message: "The parameter %s must be greater than or equal to %s.",
  },
  "NotExists.InstanceId": { status: 404, message: "The specified instance %s does not exist." },
  /** The product's code where a call is not known; its pages call a contact id a job's. */
  "NotExists.JobId": { status: 404, message: "The call %s does not exist." },
  /** Ours, in the product's manner: what it answers for a call without a recording is not published. */
  "NotExists.Recording": { status: 404, message: "The recording of call %s does not exist." },
  "InternalService.Common": { status: 500, message: "An internal service error occurred. %s" },
  // The gateway: keys, signatures, and the request as a whole.
  "InvalidAccessKeyId.NotFound": { status: 404, message: "Specified access key is not found." },
  SignatureDoesNotMatch: {
    status: 400,
    message: "Specified signature is not matched with our calculation. %s",
  },
  SignatureNonceUsed: { status: 400, message: "Specified signature nonce was used already." },
  "InvalidTimeStamp.Expired": {
    status: 400,
    message: "Specified time stamp or date value is expired.",
  },
  "InvalidTimeStamp.Format": {
    status: 400,
    message: "Specified time stamp or date value is not well formatted.",
  },
  "InvalidSecurityToken.MismatchWithAccessKey": {
    status: 400,
    message: "Specified SecurityToken mismatch with the AccessKey.",
  },
  IncompleteSignature: {
    status: 400,
    message: "The request signature does not conform to Aliyun standards.",
  },
  MissingParameter: {
    status: 400,
    message:
      'The input parameter "%s" that is mandatory for processing this request is not supplied.',
  },
  InvalidParameter: { status: 400, message: "The specified parameter %s is not valid. %s" },
  /** Of the format that is asked for, which it calls `Format`. */
  "InvalidParameter.Format": {
    status: 400,
    message: "Specified parameter format is not valid. %s",
  },
  InvalidSignatureMethod: { status: 400, message: "Specified signature method is not valid." },
  InvalidSignatureVersion: {
    status: 400,
    message: "Specified parameter SignatureVersion is not valid.",
  },
  InvalidVersion: { status: 400, message: "Specified parameter Version is not valid." },
  /** The provider names no code for it; the status is HTTP's own. */
  RequestTooLarge: { status: 413, message: "The request is too large." },
  "Throttling.User": { status: 429, message: "Request was denied due to user flow control." },
  "InvalidAction.NotFound": {
    status: 404,
    message: "Specified api is not found, please check your url and method.",
  },
  NoPermission: {
    status: 403,
    message: "User not authorized to operate on the specified resource.",
  },
} as const satisfies Record<string, { status: number; message: string }>;

/** One of {@link UPSTREAM_ERRORS}. The real service has more codes than these. */
export type UpstreamErrorCode = keyof typeof UPSTREAM_ERRORS;
