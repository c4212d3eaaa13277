import { createHash } from "node:crypto";
import { API_VERSION } from "#contract/upstream/envelope.ts";
import type { NonceStore } from "#signing/nonce-store.ts";
import type { ReceivedRequest } from "#signing/received-request.ts";
import { verifyAcs3 } from "#signing/verify-acs3.ts";
import { verifyRpcV1 } from "#signing/verify-rpc-v1.ts";
import { requireJson, withoutEnvelope } from "./envelope-parameters.ts";
import { readParameters } from "./request-parameters.ts";
import { signatureError } from "./signature-error.ts";
import { WireError } from "./wire-error.ts";
import type { WireParameters } from "./wire-parameters.ts";

/**
 * Headers that only ACS3 has. Clients of RPC V1 too send `x-acs-action`, `x-acs-version` and more
 * of that prefix, so the prefix tells nothing.
 */
const ACS3_HEADERS = new Set([
  "authorization",
  "x-acs-content-sha256",
  "x-acs-date",
  "x-acs-signature-nonce",
]);

function isAcs3({ headers }: ReceivedRequest): boolean {
  return Object.keys(headers).some((name) => ACS3_HEADERS.has(name.toLowerCase()));
}

/** A request whose signature is good. */
interface Genuine {
  readonly accessKeyId: string;
  readonly action: string;
  readonly version: string;
  readonly nonce: string;
  /** Its parameters, those of the envelope among them. */
  read(): WireParameters;
}

function readAcs3(request: ReceivedRequest): Genuine {
  const verified = verifyAcs3(request);
  if (!verified.ok) throw signatureError(verified);
  return {
    ...verified,
    read() {
      const parameters = readParameters(verified.query, request.body, verified.contentType);
      // Its clients ask for JSON in a header, if at all.
      requireJson(parameters, "JSON");
      return parameters;
    },
  };
}

function readRpcV1(request: ReceivedRequest): Genuine {
  const verified = verifyRpcV1(request);
  if (!verified.ok) throw signatureError(verified);
  return {
    ...verified,
    read() {
      requireJson(verified.parameters, "XML");
      return verified.parameters;
    },
  };
}

export interface VerifiedRequest {
  /** Whose request it is. */
  readonly accessKeyId: string;
  readonly action: string;
  /** What the operation is asked, wherever it travelled. */
  readonly parameters: WireParameters;
}

/**
 * Whether the request comes from who holds the key, for the first time. Either signature will do;
 * a request without any lacks what RPC V1 asks for first, its key. A body is looked into only when
 * the signature was found to cover it (RPC V1 covers what a form says, and must read it for that).
 *
 * @throws WireError the gateway's refusal
 */
export function verifyRequest(request: ReceivedRequest, nonces: NonceStore): VerifiedRequest {
  const genuine = isAcs3(request) ? readAcs3(request) : readRpcV1(request);
  const { accessKeyId, action, version, nonce } = genuine;
  // Kept for half an hour, however long it is.
  const digest = createHash("sha256").update(`${accessKeyId} ${nonce}`).digest("base64");
  if (!nonces.use(digest)) throw new WireError("SignatureNonceUsed");
  if (version !== API_VERSION) throw new WireError("InvalidVersion");
  return { accessKeyId, action, parameters: withoutEnvelope(genuine.read()) };
}
