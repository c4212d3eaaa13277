import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandPaths, hasApt, installPackage, isFile, updatePackages } from "./system-packages.ts";

export interface RunningNginx {
  readonly httpsPort: number;
  readonly httpPort: number;
  /** Of the certificate, which has signed itself. */
  readonly certificate: string;
  /** What it has logged. */
  log(): string;
  stop(): Promise<void>;
}

/** The name that `docs/nginx.conf` has for the server. */
export const PUBLIC_NAME = "calls.example.com";

const CONFIG = join(import.meta.dirname, "..", "..", "docs/nginx.conf");
const START_MS = 10_000;

const find = (name: string) => [...commandPaths([name]), `/usr/sbin/${name}`].find(isFile);

/** Whether nginx is here, and what makes a certificate for it. */
export function hasNginx(): boolean {
  return find("nginx") !== undefined && find("openssl") !== undefined;
}

/** Installs nginx where it is missing and can be; where it cannot, its tests are skipped. */
export async function installNginx(): Promise<void> {
  if (hasNginx() || !hasApt()) return;
  console.log("No nginx found, so one is installed.");
  await updatePackages();
  await installPackage("nginx-light");
  await installPackage("openssl");
}

/** Runs `docs/nginx.conf` in front of a server, with ports and a certificate of the test's. */
export async function startNginx(serverPort: number): Promise<RunningNginx> {
  const folder = mkdtempSync(join(tmpdir(), "callscope-nginx-"));
  const certificate = makeCertificate(folder);
  const [httpsPort, httpPort] = await freePorts();
  const site = substituted(readFileSync(CONFIG, "utf8"), [
    ["127.0.0.1:8080", `127.0.0.1:${serverPort}`],
    ["listen 80;", `listen 127.0.0.1:${httpPort};`],
    ["listen 443 ssl http2;", `listen 127.0.0.1:${httpsPort} ssl http2;`],
    [`/etc/nginx/tls/${PUBLIC_NAME}.crt`, join(folder, "crt")],
    [`/etc/nginx/tls/${PUBLIC_NAME}.key`, join(folder, "key")],
    ["/var/log/nginx/callscope.log", join(folder, "log")],
  ]);
  const folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  mkdirSync(join(folder, "temp"));
  const temps = folders.map((name) => `${name}_temp_path ${join(folder, "temp", name)};`);
  const main = `daemon off; worker_processes 1; pid ${join(folder, "pid")};
    error_log stderr crit; events {} http { ${temps.join(" ")} ${site} }`;
  writeFileSync(join(folder, "nginx.conf"), main);
  const child = spawn(find("nginx") ?? "nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const errors: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => errors.push(chunk));
  const exited = once(child, "exit");
  const stop = async () => {
    child.kill("SIGQUIT");
    await exited;
    rmSync(folder, { recursive: true });
  };
  for (const startedAt = performance.now(); !(await answers(httpPort)); await sleep(20)) {
    if (child.exitCode === null && performance.now() - startedAt < START_MS) continue;
    child.kill("SIGKILL");
    throw new Error(`nginx did not start:\n${errors.join("")}`);
  }
  const log = () => errors.join("") + readFileSync(join(folder, "log"), "utf8");
  return { httpsPort, httpPort, certificate, log, stop };
}

function substituted(text: string, pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((done, [from, to]) => {
    if (!done.includes(from)) throw new Error(`docs/nginx.conf has no ${from} any more.`);
    return done.replaceAll(from, to);
  }, text);
}

function makeCertificate(folder: string): string {
  const keyKind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  const names = ["-subj", `/CN=${PUBLIC_NAME}`, "-addext", `subjectAltName=DNS:${PUBLIC_NAME}`];
  const files = ["-keyout", join(folder, "key"), "-out", join(folder, "crt")];
  // Longer than any clock of a test is ahead.
  const args = ["req", "-x509", "-days", "36500", ...keyKind, ...names, ...files];
  execFileSync(find("openssl") ?? "openssl", args, { stdio: "pipe" });
  return readFileSync(join(folder, "crt"), "utf8");
}

async function freePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()];
  const ports = await Promise.all(
    servers.map(async (server) => {
      await once(server.listen(0, "127.0.0.1"), "listening");
      // The address of a TCP server is an object.
      return (server.address() as AddressInfo).port;
    }),
  );
  for (const server of servers) server.close();
  const [first = 0, second = 0] = ports;
  return [first, second];
}

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/`, { redirect: "manual" }).then(
    () => true,
    () => false,
  );
