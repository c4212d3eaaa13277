import { createArrayStore } from "./array-store.kit.ts";
import { testRecordStore } from "./record-store.kit.ts";

testRecordStore(createArrayStore);
