import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { errors, Pool } from "undici";
import { MAX_REPLY_BYTES } from "./read-body.ts";

/** A reply as it came over the network, still packed where it was. */
export interface RawHttpReply {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

/** The connections to one origin. */
export interface Transport {
  /**
   * Sends a POST with an empty body.
   *
   * @param url path and query
   * @throws whatever undici or Node throws; or the signal's reason
   */
  post(
    url: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<RawHttpReply>;
  close(): Promise<void>;
}

interface TransportDeps {
  readonly endpoint: string;
  /** Connections at once. */
  readonly connections: number;
  readonly connectTimeoutMs: number;
}

/**
 * undici's pool. It hangs up on `100 Continue`, which some proxies send though nobody asked for it;
 * after the first of these Node's own client, which reads on, serves this origin.
 */
export function createTransport(deps: TransportDeps): Transport {
  const pool = new Pool(deps.endpoint, {
    connections: deps.connections,
    connectTimeout: deps.connectTimeoutMs,
    maxResponseSize: MAX_REPLY_BYTES,
  });
  let byNode: Transport | undefined;
  return {
    async post(url, headers, signal) {
      if (byNode !== undefined) return byNode.post(url, headers, signal);
      try {
        const reply = await pool.request({ method: "POST", path: url, headers, signal });
        const body = Buffer.from(await reply.body.arrayBuffer());
        return { status: reply.statusCode, headers: reply.headers, body };
      } catch (error) {
        // Its only word for it; as a lost connection the request is sent again, by the other client.
        if (error instanceof errors.SocketError && error.message === "bad response")
          byNode ??= createNodeTransport(deps);
        throw error;
      }
    },
    async close() {
      await Promise.all([pool.close(), byNode?.close()]);
    },
  };
}

function createNodeTransport({ endpoint, connections }: TransportDeps): Transport {
  const isTls = endpoint.startsWith("https:");
  const options = { keepAlive: true, maxSockets: connections };
  const agent = isTls ? new HttpsAgent(options) : new HttpAgent(options);
  const request = isTls ? httpsRequest : httpRequest;
  return {
    async post(url, headers, signal) {
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        const sending = request(new URL(url, endpoint), { method: "POST", agent, headers, signal });
        sending.once("response", resolve).on("error", reject).end();
      });
      return {
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: await readAll(response),
      };
    },
    async close() {
      agent.destroy();
    },
  };
}

async function readAll(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    // A stream without an encoding gives buffers.
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > MAX_REPLY_BYTES) throw new errors.ResponseExceededMaxSizeError();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
