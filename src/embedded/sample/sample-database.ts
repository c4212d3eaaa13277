import type { DatabaseContents } from "#embedded/database/build-database.ts";
import type { People } from "#embedded/database/people-tables.ts";
import { appendRecords } from "#embedded/database/record-appender.ts";
import { createDictionaries, type StoredRecord } from "#embedded/database/schema.ts";
import { createSampleInstances, type SampleInstance } from "./sample-instances.ts";
import { createSampleRecords } from "./sample-records.ts";

export interface SampleRequest {
  /** How many calls in all. */
  readonly records: number;
  readonly seed: string;
  /** Over how many days up to now they are spread, on average; 180 unless said. */
  readonly days?: number | undefined;
  readonly timeZone: string;
  /** ms */
  readonly now: number;
  /** Told how many calls are made. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

const DEFAULT_DAYS = 180;

/** Every call of the sample, instance by instance, the latest first. */
export function* createSample(request: SampleRequest): Generator<StoredRecord> {
  for (const instance of createSampleInstances(request.records, request.seed))
    yield* createSampleRecords({ ...request, days: request.days ?? DEFAULT_DAYS, instance });
}

/** The whole staff, also those who took none of the sample's calls. */
function peopleOf(instances: readonly SampleInstance[]): People {
  return {
    agents: instances.flatMap(({ id, staff }) =>
      staff.agents.map((agent) => ({ instanceId: id, ...agent })),
    ),
    skillGroups: instances.flatMap(({ id, staff }) =>
      staff.groups.map(([group]) => ({ instanceId: id, ...group })),
    ),
  };
}

/** What to fill a database with for it to hold the sample. */
export function sampleContents(request: SampleRequest): DatabaseContents {
  const instances = createSampleInstances(request.records, request.seed);
  return {
    origin: "sample",
    instances: instances.map(({ id, name }) => ({ id, name })),
    dictionaries: createDictionaries(instances.map(({ id }) => id)),
    people: peopleOf(instances),
    fill: (connection) => appendRecords(connection, createSample(request), request.onProgress),
  };
}
