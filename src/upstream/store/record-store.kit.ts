import { describe } from "vitest";
import { testGetCallDetailRecord } from "#upstream/operations/get-call-detail-record.kit.ts";
import { testGetMonoRecording } from "#upstream/operations/get-mono-recording.kit.ts";
import { testHostileTexts } from "#upstream/operations/hostile-texts.kit.ts";
import { testListCallDetailRecords } from "#upstream/operations/list-call-detail-records.kit.ts";
import { testPeopleOperations } from "#upstream/operations/people-operations.kit.ts";
import type { CreateTestStore } from "./test-store.kit.ts";

const SUITES = {
  ListCallDetailRecords: testListCallDetailRecords,
  GetCallDetailRecord: testGetCallDetailRecord,
  GetMonoRecording: testGetMonoRecording,
  "ListUsers and ListSkillGroups": testPeopleOperations,
  "text of every kind": testHostileTexts,
} as const satisfies Record<string, (createStore: CreateTestStore) => void>;

/**
 * The tests of a record store: every operation of the provider's API that asks it, over HTTP, as
 * clients do. A store that passes them may take the place of any other.
 */
export function testRecordStore(createStore: CreateTestStore): void {
  describe.each(Object.entries(SUITES))("%s", (_name, suite) => {
    suite(createStore);
  });
}
