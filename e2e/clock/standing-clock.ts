import { replaceDate } from "./replace-date.ts";
import { TEST_INSTANT } from "./test-instant.ts";

// Before every file of unit tests. Time stands, and what a test makes "up to now" is the same in
// every run; a test that needs it to pass hands a clock of its own to what it tests.
replaceDate(() => TEST_INSTANT);
