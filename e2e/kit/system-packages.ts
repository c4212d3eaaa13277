import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
// apt has its own patience, for it must not be killed: that could leave dpkg broken.
const APT_OPTIONS = [
  "-y",
  "--no-install-recommends",
  "-o",
  "Acquire::http::Timeout=30",
  "-o",
  "Acquire::Retries=2",
];

/** Whether packages of Debian can be installed here. */
export const hasApt = (): boolean => process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

/** True if it worked. */
export const updatePackages = (): Promise<boolean> =>
  succeeds("apt-get", [...APT_OPTIONS, "update"]);

/** True if it worked. */
export const installPackage = (name: string): Promise<boolean> =>
  succeeds("apt-get", [...APT_OPTIONS, "install", name]);

/** Where commands of these names are, or would be. */
export function commandPaths(names: readonly string[]): string[] {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Runs a command, its output shown; false if it fails, cannot be run or takes too long. */
export function succeeds(
  command: string,
  args: readonly string[],
  limitMs?: number,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      stdio: ["ignore", "inherit", "inherit"],
      // A group of its own, so that the download's helper processes end with it.
      detached: limitMs !== undefined,
    });
    const timer =
      limitMs === undefined
        ? undefined
        : setTimeout(() => {
            console.log(`Given up after ${limitMs / 1000} s: ${[command, ...args].join(" ")}`);
            if (child.pid === undefined || process.platform === "win32") child.kill("SIGKILL");
            else process.kill(-child.pid, "SIGKILL");
          }, limitMs);
    child.once("error", () => {
      clearTimeout(timer);
      resolve(false);
    });
    child.once("exit", (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}
