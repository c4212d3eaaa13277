import { replaceDate } from "./replace-date.ts";
import { TEST_INSTANT } from "./test-instant.ts";

// `--import`ed by tests into the processes that they start; the product knows nothing of it. Time
// stands while the process starts, so that its sample ends at the same instant in every run, and
// passes from SIGUSR2 on, by which whoever started it knows what its clock shows.

const realNow = Date.now;
let startedAt: number | undefined;
process.once("SIGUSR2", () => {
  startedAt = realNow();
});
replaceDate(() => TEST_INSTANT + (startedAt === undefined ? 0 : realNow() - startedAt));
