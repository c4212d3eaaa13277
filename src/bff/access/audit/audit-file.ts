import { open, type FileHandle } from "node:fs/promises";
import { StartError } from "#process/start-error.ts";
import type { AuditSink } from "./audit-sink.ts";

/** An audit log in a file, which only grows. */
export interface AuditFile extends AuditSink {
  /**
   * Opens what is at the path by now, for whoever has moved the file away. Where that fails the file that
   * was open stays, so that nothing is lost.
   *
   * @throws Error of the system
   */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

/** Of a file that is new: its user's alone. One that is there stays as its operator has set it. */
const PRIVATE = 0o600;

/** @throws StartError where it cannot be written */
export async function openAuditFile(path: string): Promise<AuditFile> {
  let handle = await openAppending(path).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    throw new StartError(`AUDIT_FILE cannot be written${code}: nothing is shown unlogged.`);
  });
  let isTorn = await endsWithinLine(handle);
  let turn: Promise<void> = Promise.resolve();
  let batch: { readonly lines: string[]; readonly written: Promise<void> } | undefined;

  function inTurn(run: () => Promise<void>): Promise<void> {
    const done = turn.then(run);
    turn = done.catch(() => {});
    return done;
  }

  async function append(lines: readonly string[]): Promise<void> {
    const text = `${isTorn ? "\n" : ""}${lines.join("")}`;
    // Of what fails a part may be there already: what comes next begins a line of its own.
    isTorn = true;
    await handle.appendFile(text);
    isTorn = false;
  }

  return {
    // All that comes while another write is under way is one.
    write(line) {
      if (batch === undefined) {
        const lines: string[] = [];
        const written = inTurn(() => {
          batch = undefined;
          return append(lines);
        });
        batch = { lines, written };
      }
      batch.lines.push(line);
      return batch.written;
    },
    reopen() {
      // What comes from now on is not for the file that was moved.
      batch = undefined;
      return inTurn(async () => {
        const next = await openAppending(path);
        const former = handle;
        isTorn = await endsWithinLine(next);
        handle = next;
        await former.close();
      });
    },
    close: () => inTurn(() => handle.close()),
  };
}

const openAppending = (path: string) => open(path, "a+", PRIVATE);

/** Whether whoever wrote last was ended in the middle of it. */
async function endsWithinLine(handle: FileHandle): Promise<boolean> {
  const { size } = await handle.stat();
  if (size === 0) return false;
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() !== "\n";
}
