import { vi } from "vitest";
import { createArrayStore } from "./array-store.kit.ts";
import { testRecordStore } from "./record-store.kit.ts";

// Much work for one test, on machines that have more to do.
vi.setConfig({ testTimeout: 30_000 });

testRecordStore(createArrayStore);
