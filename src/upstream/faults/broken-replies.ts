import type { Fault, FaultyEnvelope } from "./fault.ts";

const JSON_TYPE = "application/json; charset=utf-8";

function halves(envelope: FaultyEnvelope): { readonly whole: Buffer; readonly half: Buffer } {
  const whole = Buffer.from(JSON.stringify(envelope));
  return { whole, half: whole.subarray(0, whole.length >> 1) };
}

export const resetBefore: Fault = ({ reply }) => {
  reply.hijack();
  reply.raw.socket?.resetAndDestroy();
  return reply;
};

/** Hung up, not reset: a reset could overtake what was sent before. */
export const brokenMidway: Fault = ({ envelope, reply }) => {
  const { whole, half } = halves(envelope);
  reply.hijack();
  reply.raw.writeHead(200, { "content-type": JSON_TYPE, "content-length": whole.length });
  reply.raw.write(half, () => reply.raw.destroy());
  return reply;
};

/** To HTTP it is whole: its length is that of what is sent. */
export const truncatedJson: Fault = ({ envelope, reply }) =>
  reply.type(JSON_TYPE).send(halves(envelope).half);

export const noData: Fault = ({ envelope, reply }) => reply.send({ ...envelope, Data: {} });
