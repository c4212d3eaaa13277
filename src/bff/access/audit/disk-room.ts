import { statfs } from "node:fs/promises";
import { dirname } from "node:path";

/** What a line needs, and a block of most disks has. */
export const ROOM_BYTES = 4_096;

/**
 * @param path of a file, which may have been moved away
 * @throws Error `ENOSPC` where the disk is known to have no room
 */
export async function refuseFullDisk(path: string): Promise<void> {
  // What the system tells nothing of may have room.
  const disk = await statfs(dirname(path)).catch(() => undefined);
  if (disk === undefined || disk.blocks === 0) return;
  // The last of a disk is for the superuser.
  const blocks = process.getuid?.() === 0 ? disk.bfree : disk.bavail;
  if (blocks * disk.bsize < ROOM_BYTES)
    throw Object.assign(new Error("the disk is full"), { code: "ENOSPC" });
}
