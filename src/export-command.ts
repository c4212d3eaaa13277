import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { get, type IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import { openAuditFile } from "#bff/access/audit/audit-file.ts";
import { openLinkSecrets } from "#bff/access/links/link-secrets.ts";
import { createBff } from "#bff/app.ts";
import { cloudSource } from "#bff/upstream/upstream-source.ts";
import { createLog } from "#bff/watch/log.ts";
import { problemSchema, type Problem } from "#contract/api/errors.ts";
import { LOCALES, type Locale } from "#contract/api/locales.ts";
import { createFrameReader } from "#contract/api/read-frames.ts";
import {
  WHOLE_EXPORT_ROUTE,
  WHOLE_FORMATS,
  type ExportFrame,
  type IncompleteReason,
  type WholeFormat,
} from "#contract/api/whole-export.ts";
import { isOneOf } from "#contract/record/enums.ts";
import { listen } from "#process/listen.ts";
import { makeFilesPrivate } from "#process/private-files.ts";
import { createProgressLine } from "#process/progress-line.ts";
import { readArguments } from "#process/read-arguments.ts";
import { readServerSettings } from "#process/settings/server-settings.ts";
import { StartError } from "#process/start-error.ts";
import { listenForStop } from "#process/stop-signal.ts";

// The third door: the export of everything without a browser, for jobs that are scheduled. It builds the server of
// the same configuration, asks it as a browser does, and ends.

const USAGE = `Usage: npm run export -- --view LINK --out FILE [--format csv|xlsx] [--locale zh-CN|en-US] [--reason TEXT]
LINK: a link of the dashboard, or what stands behind its question mark
Ends with 0, with 3 where the file says that it is not complete, else with 1`;

/** The file is there, and says itself what it lacks. */
const INCOMPLETE_EXIT = 3;

const INCOMPLETE_WORDS: Readonly<Record<IncompleteReason, string>> = {
  counts_differ: "the upstream gave other numbers of records than it had counted",
  too_many_at_once: "more calls began at one instant than a query reaches",
};

interface Asked {
  readonly view: string;
  readonly out: string;
  readonly format: WholeFormat;
  readonly locale: Locale;
  readonly reason: string | undefined;
}

class ExportFailure extends Error {}

function readAsked(): Asked {
  const text = { type: "string" } as const;
  const options = { view: text, out: text, format: text, locale: text, reason: text };
  const { values } = readArguments(USAGE, { options });
  const { view, out, reason, locale = LOCALES[0] } = values;
  if (view === undefined || out === undefined || out === "") throw new StartError(USAGE);
  const format = values.format ?? out.slice(out.lastIndexOf(".") + 1).toLowerCase();
  if (!isOneOf(WHOLE_FORMATS, format))
    throw new StartError(`--format must be one of ${WHOLE_FORMATS.join(", ")}.\n${USAGE}`);
  if (!isOneOf(LOCALES, locale))
    throw new StartError(`--locale must be one of ${LOCALES.join(", ")}.\n${USAGE}`);
  return { view: queryOf(view), out, format, locale, reason };
}

/** What stands behind the question mark of a link. */
function queryOf(view: string): string {
  const start = view.indexOf("?");
  const [query = ""] = view.slice(start + 1).split("#");
  return start === -1 && /^https?:/.test(view) ? "" : query;
}

makeFilesPrivate();
const stop = listenForStop();
const closing: (() => Promise<unknown>)[] = [];
const line = createProgressLine({ quietMs: { terminal: 0, elsewhere: 5_000 } });
try {
  const asked = readAsked();
  const end = await exportTo(asked, await openServer());
  line.end();
  const { written, total, arrived, incomplete } = end;
  const count = (value: number) => value.toLocaleString("en-US");
  const more = arrived > 0 ? `, ${count(arrived)} of which came in meanwhile` : "";
  console.log(`${asked.out}: ${count(written)} of ${count(total)} records${more}.`);
  if (incomplete !== null) {
    console.error(`It is not complete: ${INCOMPLETE_WORDS[incomplete]}.`);
    process.exitCode = INCOMPLETE_EXIT;
  }
} catch (error) {
  line.end();
  if (stop.signal.aborted) console.error("Interrupted. No file was written.");
  else if (error instanceof StartError || error instanceof ExportFailure)
    console.error(error.message);
  else throw error;
  process.exitCode = stop.exitCode() ?? 1;
} finally {
  for (const close of closing.toReversed()) await close();
}

interface Server {
  readonly port: number;
  /** As browsers call it: it answers to no other name. */
  readonly host: string | undefined;
}

/** @throws StartError */
async function openServer(): Promise<Server> {
  const settings = readServerSettings(process.env);
  const log = createLog(settings);
  const { upstream: wanted, auditFile, publicUrl } = settings;
  const upstream = await open();
  const auditSink = auditFile === undefined ? undefined : await openAuditFile(auditFile);
  if (auditSink !== undefined) closing.push(() => auditSink.close());
  const linkSecrets = await openLinkSecrets(settings, log);
  // Nobody signs in: whoever runs it has the configuration, and with it all that there is.
  const app = await createBff({ settings, upstream, log, auditSink, linkSecrets });
  closing.push(() => app.close());
  const address = await listen(app, { host: "127.0.0.1", port: 0 });
  return {
    port: Number(new URL(address).port),
    host: publicUrl === undefined ? undefined : new URL(publicUrl).host,
  };

  async function open() {
    if (wanted.kind === "cloud") return cloudSource(wanted);
    const { openOwnUpstream } = await import("#embedded/open-own-upstream.ts");
    const own = await openOwnUpstream(wanted, { logger: log, signal: stop.signal });
    closing.push(() => own.close());
    return own;
  }
}

type End = Extract<ExportFrame, { end: unknown }>["end"];

/**
 * Writes beside the file, and puts it in its place once it is whole.
 *
 * @throws ExportFailure
 */
async function exportTo(
  { view, out, format, locale, reason }: Asked,
  server: Server,
): Promise<End> {
  const asked = new URLSearchParams({ format, locale, frames: "1" });
  if (reason !== undefined) asked.set("reason", reason);
  const path = `${WHOLE_EXPORT_ROUTE}?${[view, asked.toString()].filter(Boolean).join("&")}`;
  const reply = await send(path, server);
  if (reply.statusCode !== 200) throw failure(problemSchema.parse(JSON.parse(await textOf(reply))));
  const beside = `${out}.part`;
  let ended: End | undefined;
  try {
    await pipeline(reply, fileOf, createWriteStream(beside), { signal: stop.signal });
    if (ended === undefined) throw new ExportFailure("The export broke off. No file was written.");
    await rename(beside, out);
    return ended;
  } catch (error) {
    await rm(beside, { force: true });
    throw isFileError(error) ? new ExportFailure(error.message, { cause: error }) : error;
  }

  async function* fileOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const partsOf = createFrameReader(() => new ExportFailure("The server's answer is no export."));
    const startedAt = performance.now();
    let total = 0;
    for await (const chunk of body)
      for (const part of partsOf(chunk)) {
        if ("piece" in part) yield part.piece;
        else if ("start" in part) ({ total } = part.start);
        else if ("end" in part) ended = part.end;
        else if ("problem" in part) throw failure(part.problem);
        else show(part.written, total, (performance.now() - startedAt) / 1000);
      }
  }
}

function show(written: number, total: number, seconds: number): void {
  const rate = written / seconds;
  const left = rate > 0 ? Math.ceil(Math.max(0, total - written) / rate) : 0;
  const count = (value: number) => Math.round(value).toLocaleString("en-US");
  line.show({
    title: "Exporting",
    percent: total > 0 ? Math.min(100, (100 * written) / total) : 100,
    details: `${count(written)} of ${count(total)} records, ${count(rate)}/s, ${count(left)} s left`,
  });
}

function send(path: string, { port, host }: Server): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { host };
    get({ host: "127.0.0.1", port, path, headers, signal: stop.signal }, resolve).on(
      "error",
      reject,
    );
  });
}

async function textOf(reply: IncomingMessage): Promise<string> {
  return Buffer.concat(await reply.toArray()).toString("utf8");
}

function failure({ title, detail, field, code, requestId }: Problem): ExportFailure {
  const place = field === undefined ? "" : ` (${field})`;
  const why = detail === undefined ? "" : ` ${detail}`;
  return new ExportFailure(
    `${title}${place}.${why}\n${code}, request ${requestId ?? "without an id"}. No file was written.`,
  );
}

/** Of the system, and names the file. */
function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "path" in error;
}
