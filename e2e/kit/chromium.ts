import { join } from "node:path";
import { chromium } from "playwright";
import {
  commandPaths,
  hasApt,
  installPackage,
  isFile,
  succeeds,
  updatePackages,
} from "./system-packages.ts";

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
  return [chromium.executablePath(), ...commandPaths(COMMANDS), ...MAC_APPLICATIONS].find(isFile);
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
  if (await succeeds(process.execPath, [PLAYWRIGHT, "install", "chromium"], DOWNLOAD_MS)) {
    // The libraries apart, so that the time limit cannot hit apt at work.
    if (hasApt()) await succeeds(process.execPath, [PLAYWRIGHT, "install-deps", "chromium"]);
  } else if (hasApt()) {
    await updatePackages();
    for (const name of ["chromium-headless-shell", "chromium"])
      if (await installPackage(name)) break;
    // Only for the look of Chinese screenshots: no test depends on it, so it may fail by itself.
    await installPackage("fonts-noto-cjk");
  }
  const installed = findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    "No Chromium for the e2e tests, and none could be installed. Install Chromium or Chrome with " +
      "your system's packages, or run `npx playwright install --with-deps chromium`, or set " +
      "CHROMIUM_PATH to the executable of one you have.",
  );
}
