import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "./project-paths.ts";

/** As `package.json` has it. */
export function projectVersion(): string {
  const file: unknown = JSON.parse(readFileSync(join(PROJECT_ROOT, "package.json"), "utf8"));
  const version = typeof file === "object" && file !== null && "version" in file && file.version;
  return typeof version === "string" ? version : "unknown";
}
