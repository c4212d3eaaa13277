import type { Writable } from "node:stream";

/** Where lines of the audit log go. */
export interface AuditSink {
  /**
   * Resolves when the line has been handed to the operating system.
   *
   * @throws Error of the system, where it has not
   */
  write(line: string): Promise<void>;
  /**
   * Resolves where a line could be written by now; after one that could not, that is tried.
   *
   * @throws Error of the system, where it could not
   */
  check(): Promise<void>;
}

/** Lines go to a stream that is somebody else's, such as standard output. */
export function createStreamSink(stream: Writable): AuditSink {
  // Whoever writes is told by the callback; unheard, the same error would end the process.
  stream.on("error", () => {});
  let isBroken = false;
  function write(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      stream.write(text, (error) => {
        isBroken = Boolean(error);
        if (error) reject(error);
        else resolve();
      });
    });
  }
  return {
    // Of what failed a half may be there: a line begins behind it.
    write: (line) => write(isBroken ? `\n${line}` : line),
    async check() {
      if (isBroken) await write("\n");
    },
  };
}
