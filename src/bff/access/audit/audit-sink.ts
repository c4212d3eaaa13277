import type { Writable } from "node:stream";

/** Where lines of the audit log go. */
export interface AuditSink {
  /**
   * Resolves when the line has been handed to the operating system.
   *
   * @throws Error of the system, where it has not
   */
  write(line: string): Promise<void>;
}

/** Lines go to a stream that is somebody else's, such as standard output. */
export function createStreamSink(stream: Writable): AuditSink {
  // Whoever writes is told by the callback; unheard, the same error would end the process.
  stream.on("error", () => {});
  return {
    write: (line) =>
      new Promise((resolve, reject) => {
        stream.write(line, (error) => (error ? reject(error) : resolve()));
      }),
  };
}
