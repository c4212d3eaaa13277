import { existsSync } from "node:fs";
import { IMPORTED_DATABASE } from "./project-paths.ts";

/** As a database's name: the sample in memory, whatever lies ready in a file. */
const IN_MEMORY = ":memory:";

/** The file that a database's name means; undefined: the sample in memory. */
export function databaseFile(name: string = IN_MEMORY): string | undefined {
  return name === IN_MEMORY ? undefined : name;
}

/** The file of what was imported, if anything was. */
export function importedFile(): string | undefined {
  return existsSync(IMPORTED_DATABASE) ? IMPORTED_DATABASE : undefined;
}
