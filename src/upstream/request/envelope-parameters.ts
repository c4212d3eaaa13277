import { WireError } from "./wire-error.ts";
import { optionalText, type WireParameters } from "./wire-parameters.ts";

/**
 * The parameters that are of the request and not of the operation. With RPC V1 they are all there;
 * with ACS3 they have headers of their own, and the names are the gateway's all the same.
 */
const ENVELOPE = new Set([
  "AccessKeyId",
  "Action",
  "Format",
  "SecurityToken",
  "Signature",
  "SignatureMethod",
  "SignatureNonce",
  "SignatureType",
  "SignatureVersion",
  "Timestamp",
  "Version",
]);

export function withoutEnvelope(parameters: WireParameters): WireParameters {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => !ENVELOPE.has(name)));
}

/**
 * Refuses what the provider would answer in XML, for here all is JSON, and a client that waits for
 * the one chokes on the other.
 *
 * @param unasked what the provider answers in where the parameter is not given
 * @throws WireError `InvalidParameter.Format`
 */
export function requireJson(parameters: WireParameters, unasked: "JSON" | "XML"): void {
  const format = optionalText(parameters, "Format") ?? unasked;
  if (format.toUpperCase() !== "JSON")
    throw new WireError("InvalidParameter.Format", "This upstream answers Format=JSON alone.");
}
