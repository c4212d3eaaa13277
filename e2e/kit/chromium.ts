import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright";

/** No sandbox, for containers run as root; the rest keeps the browser from calling home. */
export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const ROOT = join(import.meta.dirname, "..", "..");
const PLAYWRIGHT = join(ROOT, "node_modules/playwright/cli.js");
/** The headless shell first: it draws the same pages for a third less work than the whole browser. */
const COMMANDS = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];
const MAC_APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
/** Where the download's host cannot be reached it hangs instead of failing. */
const DOWNLOAD_MS = 120_000;
// apt has its own patience, for it must not be killed: that could leave dpkg broken.
const APT_OPTIONS = [
  "-y",
  "--no-install-recommends",
  "-o",
  "Acquire::http::Timeout=30",
  "-o",
  "Acquire::Retries=2",
];

/**
 * Path of a Chromium that is there already: the one `CHROMIUM_PATH` names, Playwright's own, or one
 * of the system; undefined if there is none.
 *
 * @throws Error if `CHROMIUM_PATH` names no file, for then somebody meant another than we would take
 */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== "") {
    if (!isFile(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`);
    return named;
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const ofSystem = COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [chromium.executablePath(), ...ofSystem, ...MAC_APPLICATIONS].find(isFile);
}

/**
 * Path of a Chromium; if there is none, installs one: Playwright's, or where that cannot be
 * downloaded, Debian's.
 *
 * @throws Error that says what to do, if none can be had
 */
export async function findOrInstallChromium(): Promise<string> {
  const found = findChromium();
  if (found !== undefined) return found;

  console.log("No Chromium found, so one is installed (CHROMIUM_PATH would name yours).");
  const isRoot = process.getuid?.() === 0;
  const hasApt = isRoot && existsSync("/usr/bin/apt-get");
  if (await succeeds(process.execPath, [PLAYWRIGHT, "install", "chromium"], DOWNLOAD_MS)) {
    // The libraries apart, so that the time limit cannot hit apt at work.
    if (hasApt) await succeeds(process.execPath, [PLAYWRIGHT, "install-deps", "chromium"]);
  } else if (hasApt) {
    await succeeds("apt-get", [...APT_OPTIONS, "update"]);
    for (const name of ["chromium-headless-shell", "chromium"])
      if (await succeeds("apt-get", [...APT_OPTIONS, "install", name])) break;
    // Only for the look of Chinese screenshots: no test depends on it, so it may fail by itself.
    await succeeds("apt-get", [...APT_OPTIONS, "install", "fonts-noto-cjk"]);
  }
  const installed = findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    "No Chromium for the e2e tests, and none could be installed. Install Chromium or Chrome with " +
      "your system's packages, or run `npx playwright install --with-deps chromium`, or set " +
      "CHROMIUM_PATH to the executable of one you have.",
  );
}

/** Runs a command, its output shown; false if it fails, cannot be run or takes too long. */
function succeeds(command: string, args: readonly string[], limitMs?: number): Promise<boolean> {
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

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
