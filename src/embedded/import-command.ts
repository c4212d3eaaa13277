import { zoneClock } from "#contract/time/zone-clock.ts";
import { databaseFile } from "#process/database-file.ts";
import { makeFilesPrivate } from "#process/private-files.ts";
import { IMPORTED_DATABASE } from "#process/project-paths.ts";
import { readArguments } from "#process/read-arguments.ts";
import { readImportSettings } from "#process/settings/import-settings.ts";
import { StartError } from "#process/start-error.ts";
import { listenForStop } from "#process/stop-signal.ts";
import { DatabaseError } from "./database/database-error.ts";
import { ImportError } from "./import/import-error.ts";
import { importFiles, type ImportReport } from "./import/import-files.ts";
import { createProgressDisplay } from "./import/progress-display.ts";
import type { BadRecord } from "./import/record-file.ts";

/** `npm run import -- FILE… [--database FILE]` */
const USAGE = "Usage: npm run import -- FILE… [--database FILE]";

const formatCount = (value: number) => value.toLocaleString("en-US");

function readFiles(): { files: string[]; database: string } {
  const { values, positionals } = readArguments(USAGE, {
    allowPositionals: true,
    options: { database: { type: "string", default: IMPORTED_DATABASE } },
  });
  if (positionals.length === 0 || values.database === "") throw new StartError(USAGE);
  if (databaseFile(values.database) === undefined)
    throw new StartError("What is imported into memory is gone at once: name a file.");
  return { files: positionals, database: values.database };
}

/** `2026-09-10 09:20`, as the clocks of the zone show it. */
function formatMinute(instant: number, timeZone: string): string {
  const reading = zoneClock(timeZone).readingAt(instant);
  return new Date(reading).toISOString().slice(0, 16).replace("T", " ");
}

interface ReportContext {
  readonly database: string;
  readonly timeZone: string;
  /** That the whole command took, its start included. */
  readonly seconds: number;
}

function printReport(report: ImportReport, { database, timeZone, seconds }: ReportContext): void {
  const { read, files, span, replaced, total, instanceIds, unknownFields } = report;
  for (const { name, encoding } of files)
    if (encoding !== "UTF-8") console.log(`${name} is not UTF-8; read as ${encoding}.`);
  if (unknownFields.length > 0)
    console.log(`Left out, for they are no fields of a call record: ${unknownFields.join(", ")}`);
  if (files.length > 1)
    for (const file of files) console.log(`  ${formatCount(file.read)} from ${file.name}`);
  const rate = formatCount(Math.round(read / seconds));
  console.log(`${formatCount(read)} records read in ${seconds.toFixed(1)} s, ${rate} a second.`);
  const [from, to] = [span.from, span.to].map((instant) => formatMinute(instant, timeZone));
  console.log(`The calls are from ${from} to ${to} ${timeZone}.`);
  // The dashboard shows what was, up to now.
  if (span.to > Date.now())
    console.log(
      "Some begin later than now, and are not shown before: is the clock of this machine or of the export wrong?",
    );
  const instances = `${instanceIds.length === 1 ? "instance" : "instances"} ${instanceIds.join(", ")}`;
  console.log(
    `${database} holds ${formatCount(total)} records of ${instances}; ${formatCount(replaced)} were replaced.`,
  );
}

/** `calls.csv:12`, as editors understand it; a file without lines has rows. */
function placeOf({ file, place }: BadRecord): string {
  return "line" in place ? `${file}:${place.line}` : `${file}, row ${formatCount(place.row)}`;
}

function printError(error: unknown): void {
  if (
    !(error instanceof StartError || error instanceof ImportError || error instanceof DatabaseError)
  )
    throw error;
  console.error(error.message);
  if (!(error instanceof ImportError) || error.badRecords === undefined) return;
  const { shown, count } = error.badRecords;
  for (const bad of shown) console.error(`  ${placeOf(bad)}: ${bad.reason}`);
  if (count > shown.length) console.error(`  and ${formatCount(count - shown.length)} more`);
  console.error("Nothing was imported.");
}

makeFilesPrivate();
const stop = listenForStop();
const display = createProgressDisplay();
try {
  const { files, database } = readFiles();
  const { timeZone } = readImportSettings({ TIME_ZONE: process.env["TIME_ZONE"] });
  const { onProgress } = display;
  const report = await importFiles(files, database, { signal: stop.signal, onProgress });
  display.end();
  printReport(report, { database, timeZone, seconds: performance.now() / 1000 });
} catch (error) {
  display.end();
  if (stop.signal.aborted) console.error("Interrupted. Nothing was imported.");
  else printError(error);
  process.exitCode = stop.exitCode() ?? 1;
}
