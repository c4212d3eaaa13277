import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { DatabaseError } from "./database-error.ts";
import { ImportError } from "./import/import-error.ts";
import { importJsonl, type ImportReport } from "./import/import-jsonl.ts";

/** `npm run import -- FILE… [--database FILE]` */
const USAGE = "Usage: npm run import -- FILE… [--database FILE]";
const DEFAULT_DATABASE = fileURLToPath(new URL("../../.data/callscope.duckdb", import.meta.url));

const formatCount = (value: number) => value.toLocaleString("en-US");

function readArguments(): { files: string[]; database: string } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { database: { type: "string", default: DEFAULT_DATABASE } },
  });
  if (positionals.length === 0) throw new ImportError(USAGE);
  return { files: positionals, database: values.database };
}

function printReport(report: ImportReport, database: string, seconds: number): void {
  const { read, replaced, total, instanceIds, unknownFields } = report;
  if (unknownFields.length > 0)
    console.log(`Left out, for they are no fields of a call record: ${unknownFields.join(", ")}`);
  const rate = formatCount(Math.round(read / seconds));
  console.log(`${formatCount(read)} records read in ${seconds.toFixed(1)} s, ${rate} a second.`);
  const instances = `${instanceIds.length === 1 ? "instance" : "instances"} ${instanceIds.join(", ")}`;
  console.log(
    `${database} holds ${formatCount(total)} records of ${instances}; ${formatCount(replaced)} were replaced.`,
  );
}

function printError(error: unknown): void {
  // parseArgs says itself what is wrong with an option.
  const isUsage = error instanceof TypeError && "code" in error;
  if (!(error instanceof ImportError || error instanceof DatabaseError || isUsage)) throw error;
  console.error(isUsage ? `${error.message}\n${USAGE}` : error.message);
  if (!(error instanceof ImportError) || error.badLines === undefined) return;
  const { shown, count } = error.badLines;
  for (const { file, line, reason } of shown) console.error(`  ${file}:${line}: ${reason}`);
  if (count > shown.length) console.error(`  and ${formatCount(count - shown.length)} more`);
  console.error("Nothing was imported.");
}

try {
  const { files, database } = readArguments();
  const startedAt = performance.now();
  const report = await importJsonl(files, database);
  printReport(report, database, (performance.now() - startedAt) / 1000);
} catch (error) {
  printError(error);
  process.exitCode = 1;
}
