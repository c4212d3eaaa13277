import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { BUILT_FILES, PROJECT_ROOT } from "#process/project-paths.ts";

/** Before the unit tests: those that attack a whole server need it built, however old it is. */
export function setup(): void {
  if (existsSync(join(BUILT_FILES, "index.html"))) return;
  // Not in this process, where all is set for tests.
  const { NODE_ENV: _test, ...env } = process.env;
  execFileSync(process.execPath, [join(PROJECT_ROOT, "node_modules/vite/bin/vite.js"), "build"], {
    cwd: PROJECT_ROOT,
    env,
    stdio: "ignore",
  });
}
