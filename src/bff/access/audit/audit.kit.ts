import { auditEventSchema, type AuditEvent } from "./audit-event.ts";
import type { AuditSink } from "./audit-sink.ts";

/** For tests: an audit log in memory, which can be full. */
export interface MemorySink extends AuditSink {
  readonly lines: string[];
  /** What was written, each line held against the schema. */
  events(): AuditEvent[];
  /** From now on nothing can be written, but so many more lines. */
  fillUp(linesLeft?: number): void;
}

export function createMemorySink(): MemorySink {
  const lines: string[] = [];
  let room = Infinity;
  const refuseIfFull = () => {
    if (room === 0) throw Object.assign(new Error("no space left"), { code: "ENOSPC" });
  };
  return {
    lines,
    events: () => lines.map((line) => auditEventSchema.parse(JSON.parse(line))),
    fillUp: (linesLeft = 0) => (room = linesLeft),
    async write(line) {
      refuseIfFull();
      room -= 1;
      lines.push(line);
    },
    async check() {
      refuseIfFull();
    },
  };
}
