import { fileURLToPath } from "node:url";

const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export const PROJECT_ROOT = pathOf("../..");
/** The browser's half, as `npm run build` leaves it. */
export const BUILT_FILES = pathOf("../../dist");
/** Where `npm run import` puts records, unless told otherwise, and `npm start` looks for them. */
export const IMPORTED_DATABASE = pathOf("../../.data/callscope.duckdb");
