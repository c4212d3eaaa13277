import { benchBff } from "./bench-bff.ts";
import { benchColdScroll } from "./bench-cold-scroll.ts";
import { benchDurations } from "./bench-durations.ts";
import { benchExport } from "./bench-export.ts";
import { benchFacets } from "./bench-facets.ts";
import { benchFirstLoad } from "./bench-first-load.ts";
import { benchFirstRow } from "./bench-first-row.ts";
import { benchImport } from "./bench-import.ts";
import { benchLoad } from "./bench-load.ts";
import { benchRecording } from "./bench-recording.ts";
import { benchStandstill } from "./bench-standstill.ts";
import { benchTable } from "./bench-table.ts";
import { benchUpstream } from "./bench-upstream.ts";

// `npm run bench` prints every table; `npm run bench -- bff` one of them. Each is a file of its own
// here, and measures the real commands as their own processes.

const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  bff: benchBff,
  "first-load": benchFirstLoad,
  "first-row": benchFirstRow,
  table: benchTable,
  "cold-scroll": benchColdScroll,
  facets: benchFacets,
  durations: benchDurations,
  export: benchExport,
  upstream: benchUpstream,
  import: benchImport,
  load: benchLoad,
  recording: benchRecording,
  standstill: benchStandstill,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(
    `There is no bench ${unknown.join(", ")}: only ${Object.keys(BENCHES).join(", ")}.`,
  );
  process.exit(2);
}
for (const [name, bench] of Object.entries(BENCHES))
  if (asked.length === 0 || asked.includes(name)) await bench();
