import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const run = (command: string, ...args: readonly string[]) =>
  execFileSync(command, args, { stdio: "ignore" });

/** Whether the tests may bring disks of their own. */
export function canMount(): boolean {
  try {
    run("unshare", "--mount", "true");
    return true;
  } catch {
    return false;
  }
}

/** A disk of 16 kB, gone with the test. */
export function mountSmallDisk(): string {
  const folder = mkdtempSync(join(tmpdir(), "callscope-disk-"));
  run("mount", "-t", "tmpfs", "-o", "size=16k", "none", folder);
  onTestFinished(() => {
    run("umount", "--lazy", folder);
    rmSync(folder, { recursive: true });
  });
  return folder;
}

export const growDisk = (folder: string) => run("mount", "-o", "remount,size=64k", folder);
