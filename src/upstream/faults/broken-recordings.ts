import { RECORDINGS_PATH } from "#upstream/recordings/recording-link.ts";
import { errorBody, WireError } from "#upstream/request/wire-error.ts";
import type { Fault, FaultyExchange } from "./fault.ts";

/** What is told of a recording; undefined where something else was asked. */
function linkOf({ envelope }: FaultyExchange): { readonly FileUrl: string } | undefined {
  const { Data: data } = envelope;
  const isLink = typeof data === "object" && data !== null && "FileUrl" in data;
  // The operation gives it as text.
  return isLink ? (data as { FileUrl: string }) : undefined;
}

/** The calls say that it is there. */
export const noRecording: Fault = (exchange) => {
  const { envelope, reply } = exchange;
  if (linkOf(exchange) === undefined) return reply.send(envelope);
  const error = new WireError("NotExists.Recording", "");
  return reply.code(error.status).send(errorBody(error, reply.request.id, "service", ""));
};

const withLink =
  (change: (address: string) => string): Fault =>
  (exchange) => {
    const { envelope, reply } = exchange;
    const data = linkOf(exchange);
    if (data === undefined) return reply.send(envelope);
    return reply.send({ ...envelope, Data: { ...data, FileUrl: change(data.FileUrl) } });
  };

export const storageRefuses = withLink((address) => address.replace("Signature=", "Signature=no"));
/** Where the upstream is, but no recording. */
export const storageBroken = withLink((address) => address.replace(RECORDINGS_PATH, "/?file="));
