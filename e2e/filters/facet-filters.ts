import fc from "fast-check";
import type { Criteria } from "#contract/filter/filters.ts";
import {
  CONTACT_DISPOSITIONS,
  CONTACT_TYPES,
  EARLY_MEDIA_STATES,
  SATISFACTION_INDEXES,
} from "#contract/record/enums.ts";
import type { CallDatabase } from "../kit/call-database.ts";

/** Values that some calls have, so that a filter by chance does not always find nothing. */
async function present(database: CallDatabase, sql: string): Promise<string[]> {
  return (await database.sql(sql)).map(([value]) => String(value));
}

/** Filters by chance, the same for the same seed; each names one to three things. */
export async function randomFilters(
  database: CallDatabase,
  instance: string,
  { seed, count }: { seed: number; count: number },
): Promise<readonly Criteria[]> {
  const from = `FROM records WHERE InstanceId::VARCHAR = '${instance}'`;
  const people = (column: string) =>
    present(
      database,
      `SELECT DISTINCT unnest(string_split(${column}, ',')) AS id ${from} AND ${column} IS NOT NULL ORDER BY id`,
    );
  const agents = await people("AgentIds");
  const groups = await people("SkillGroupIds");
  const numbers = await present(
    database,
    `SELECT DISTINCT left(CallingNumber, 5) AS part ${from} ORDER BY part LIMIT 20`,
  );
  const some = <T extends string>(values: readonly T[]) =>
    fc.subarray([...values], { minLength: 1, maxLength: 4 });
  const anyCriterion = fc.oneof(
    fc.record({ contactDisposition: some(CONTACT_DISPOSITIONS) }),
    fc.record({ contactType: some(CONTACT_TYPES) }),
    fc.record({ satisfactionIndex: some(SATISFACTION_INDEXES) }),
    fc.record({ satisfactionSurveyChannel: fc.constantFrom("IVR", "SMS") }),
    fc.record({ earlyMediaState: some(EARLY_MEDIA_STATES) }),
    fc.record({ agentId: fc.constantFrom(...agents) }),
    fc.record({ skillGroupId: fc.constantFrom(...groups) }),
    fc.record({ phoneNumber: fc.constantFrom(...numbers) }),
  );
  const anyFilter = fc
    .array<Criteria>(anyCriterion, { minLength: 1, maxLength: 3 })
    .map((parts): Criteria => Object.assign({}, ...parts));
  return fc.sample(anyFilter, { seed, numRuns: count });
}
