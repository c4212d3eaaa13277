import { open, type FileHandle } from "node:fs/promises";
import { fileTrouble } from "#process/file-trouble.ts";
import { StartError } from "#process/start-error.ts";
import type { AuditSink } from "./audit-sink.ts";
import { refuseFullDisk, ROOM_BYTES } from "./disk-room.ts";

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
/** Longer than most lines of the log, to try whether there is room for one. */
const BLANK_LINE = `${" ".repeat(ROOM_BYTES - 1)}\n`;

/** @throws StartError where it cannot be written */
export async function openAuditFile(path: string): Promise<AuditFile> {
  let handle = await openAppending(path).catch((error: unknown) => {
    const trouble = fileTrouble("AUDIT_FILE", path, "written", error);
    throw new StartError(`Callscope cannot start, since nothing is shown unlogged. ${trouble}`);
  });
  let isTorn = await endsWithinLine(handle);
  /** Whether the latest write was all there; of a file just opened nobody knows. */
  let isProven = false;
  let turn: Promise<void> = Promise.resolve();
  let batch: { readonly lines: string[]; readonly written: Promise<void> } | undefined;

  function inTurn(run: () => Promise<void>): Promise<void> {
    const done = turn.then(run);
    turn = done.catch(() => {});
    return done;
  }

  /** @throws Error of the system, and then no half of a line is left where the file can be cut */
  async function append(text: string): Promise<void> {
    const bytes = Buffer.from(`${isTorn ? "\n" : ""}${text}`);
    let written = 0;
    isProven = false;
    try {
      while (written < bytes.length) written += (await handle.write(bytes, written)).bytesWritten;
      isTorn = false;
      isProven = true;
    } catch (error) {
      const half = bytes.subarray(bytes.lastIndexOf("\n", written - 1) + 1, written);
      // What is not cut away is ended by whatever comes next.
      if (written > 0) isTorn = half.length > 0 && !(await cutAway(handle, half));
      throw error;
    }
  }

  return {
    // All that comes while another write is under way is one.
    write(line) {
      if (batch === undefined) {
        const lines: string[] = [];
        const written = inTurn(() => {
          batch = undefined;
          return append(lines.join(""));
        });
        batch = { lines, written };
      }
      batch.lines.push(line);
      return batch.written;
    },
    check: () =>
      inTurn(async () => {
        await refuseFullDisk(path);
        if (isProven) return;
        const blank = Buffer.from(BLANK_LINE);
        const isCut = (await handle.stat()).isFile();
        await append(isCut ? BLANK_LINE : "\n");
        if (isCut) await cutAway(handle, blank);
      }),
    reopen() {
      // What comes from now on is not for the file that was moved.
      batch = undefined;
      return inTurn(async () => {
        const next = await openAppending(path);
        const former = handle;
        isTorn = await endsWithinLine(next);
        isProven = false;
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

/** Takes away what the file ends with, where it does: of anybody else's lines nothing is lost. */
async function cutAway(handle: FileHandle, end: Buffer): Promise<boolean> {
  try {
    const start = (await handle.stat()).size - end.length;
    const { buffer } = await handle.read(Buffer.alloc(end.length), 0, end.length, start);
    if (!buffer.equals(end)) return false;
    await handle.truncate(start);
    return true;
  } catch {
    // A device, or a file that its operator lets only grow.
    return false;
  }
}
