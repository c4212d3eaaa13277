import { readFileSync } from "node:fs";

/** Node's arguments for a server that {@link collectGarbage} is asked of. */
export const COLLECTING = [
  "--expose-gc",
  "--import",
  new URL("collect-garbage.ts", import.meta.url).href,
];

/** Soon afterwards what is left in its memory is what it needs. */
export function collectGarbage(pid: number): void {
  process.kill(pid, "SIGUSR2");
}

/** Resident memory of a process. Linux tells it in a file. */
export function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024);
}
