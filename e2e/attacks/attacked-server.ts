import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../kit/start-server.ts";

export interface Answer {
  /** 0 where it hung up without a word. */
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** What stands in requests, and must stand in no log. */
export const PLANTED = {
  number: "13912345678",
  cookie: "planted-session-of-somebody",
  token: "planted-bearer-of-somebody",
} as const;

export interface AttackedServer {
  readonly host: string;
  /** Sends it as it is, a letter a byte, and reads until the server hangs up. */
  send(raw: string): Promise<Answer>;
  /** A request of these headers, which closes its connection. */
  ask(line: string, headers?: readonly string[], body?: string): Promise<Answer>;
  /** Everything that it has logged. */
  logs(): string;
  /** @throws Error if it did not end as it should */
  close(): Promise<void>;
}

const PATIENCE_MS = 30_000;

/** The real server, all logs on. */
export async function startAttackedServer(): Promise<AttackedServer> {
  const folder = mkdtempSync(join(tmpdir(), "callscope-attacked-"));
  const audit = join(folder, "audit.jsonl");
  const server = await startServer({
    SAMPLE_RECORDS: "500",
    SAMPLE_SEED: "7",
    LOG_LEVEL: "trace",
    AUDIT_FILE: audit,
  });
  const { hostname, port, host } = new URL(server.url);

  function send(raw: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      const socket = connect(Number(port), hostname, () => socket.write(raw, "latin1"));
      socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error(`no end of: ${raw}`)));
      socket.on("data", (chunk) => chunks.push(chunk));
      // Refused while it is still sending, a client is hung up on.
      socket.on("error", (error) => ("code" in error ? undefined : reject(error)));
      socket.on("close", () => resolve(readAnswer(Buffer.concat(chunks).toString())));
    });
  }

  return {
    host,
    send,
    ask(line, headers = [], body) {
      const bytes = body === undefined ? undefined : Buffer.from(body).toString("latin1");
      const own = [`Host: ${host}`, "Connection: close"];
      if (bytes !== undefined) own.push(`Content-Length: ${bytes.length}`);
      const lines = [`${line} HTTP/1.1`, ...own, ...headers];
      return send(`${lines.join("\r\n")}\r\n\r\n${bytes ?? ""}`);
    },
    logs: () => server.output() + readFileSync(audit, "utf8"),
    async close() {
      const exitCode = await server.stop();
      rmSync(folder, { recursive: true });
      if (exitCode !== 0) throw new Error(`ended with ${exitCode}:\n${server.output()}`);
    },
  };
}

function readAnswer(text: string): Answer {
  const end = text.indexOf("\r\n\r\n");
  const [head, body] = end < 0 ? [text, ""] : [text.slice(0, end), text.slice(end + 4)];
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head, body };
}
