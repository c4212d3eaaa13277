import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { TEST_INSTANT } from "../clock/test-instant.ts";

export interface RunningServer {
  /** An origin, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  readonly pid: number;
  /** What its clock shows, ms. */
  now(): number;
  /** What it has written so far, both streams. */
  output(): string;
  /** Asks it to stop, as an operator would, and waits; resolves with its exit code. */
  stop(): Promise<number | null>;
}

const ROOT = join(import.meta.dirname, "..", "..");
/** `Callscope: http://…`, `Embedded upstream: http://…`; lines of the log are JSON. */
const ADDRESS_LINE = /^[A-Z][A-Za-z ]+: (https?:\/\/[^\s/]+)\s/m;
const START_MS = 60_000;
const STOP_MS = 10_000;
/** What a process needs of its surroundings; of the developer's configuration it gets nothing. */
const PASSED_ON = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "TEST_CLOCK"];
/** Set for all tests by their config; benchmarks have none, and the machine's own time. */
const HAS_TEST_CLOCK = process.env["TEST_CLOCK"] !== undefined;
const CLOCK = HAS_TEST_CLOCK ? ["--import", "./e2e/clock/process-clock.ts"] : [];

/**
 * Runs a command of ours as its own process until it prints its address. Ports are free ones, the
 * data is the sample in memory, whatever lies in `.data`; `env` may say otherwise.
 *
 * @param command path in the project and its arguments, such as `["src/server.ts"]`
 * @param root the project; another checkout of it, to be measured against
 * @throws Error with the process's output, if it ends or prints no address
 */
export async function startServer(
  env: Readonly<Record<string, string>> = {},
  command: readonly string[] = ["src/server.ts"],
  root: string = ROOT,
): Promise<RunningServer> {
  const passedOn = PASSED_ON.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  const child = spawn(process.execPath, ["--import", "tsx", ...CLOCK, ...command], {
    cwd: root,
    env: {
      ...Object.fromEntries(passedOn),
      PORT: "0",
      EMBEDDED_PORT: "0",
      EMBEDDED_DATABASE: ":memory:",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => chunks.push(chunk));
  const output = () => chunks.join("");
  try {
    const url = await printedAddress(child, output);
    // It has printed its address, so it has a number.
    const pid = child.pid ?? 0;
    return { url, pid, now: startClock(child), output, stop: () => stop(child) };
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
}

function printedAddress(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const fail = (why: string) => reject(new Error(`The server ${why}:\n${output()}`));
    const timer = setTimeout(() => fail(`printed no address in ${START_MS} ms`), START_MS);
    child.once("error", (error) => fail(`could not run (${error.message})`));
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(`ended with code ${code}`);
    });
    // Standard error is no place for the address; warnings there hold addresses of manuals.
    child.stdout?.on("data", (chunk: string) => {
      printed += chunk;
      const url = ADDRESS_LINE.exec(printed)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    });
  });
}

/** Until now its clock stood; gives what it shows from here on. */
function startClock(child: ChildProcess): () => number {
  if (!HAS_TEST_CLOCK) return Date.now;
  child.kill("SIGUSR2");
  const aheadMs = TEST_INSTANT - Date.now();
  return () => Date.now() + aheadMs;
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await exited;
  clearTimeout(timer);
  return child.exitCode;
}
