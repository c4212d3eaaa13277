import { tallyFacet } from "#bff/counts/facet-values.ts";
import { withCriterion } from "#contract/filter/criteria.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { peopleOf } from "#contract/record/people.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";

/** Whose calls have to be asked for. Of more a draw would cost too many upstream calls: each takes one for the count, and some for what is drawn. */
export const MOST_AGENTS = 40;

/** An agent of whose calls some are drawn. */
export interface DrawnAgent {
  readonly id: string;
  readonly name?: string;
}

/**
 * The agents whom calls name, who took the most of these first; where the calls are those of one agent, that one.
 *
 * @param isWhole whether `records` are all calls there are, and not the newest alone
 */
export function agentsOf(
  records: readonly CallRecord[],
  { agentId }: Criteria,
  isWhole: boolean,
): { readonly agents: readonly DrawnAgent[]; readonly areAll: boolean } {
  const named = tallyFacet(records, "agentId").map(({ value, name }) => ({
    id: value,
    ...(name !== undefined && { name }),
  }));
  if (agentId !== undefined) {
    const agents = [named.find(({ id }) => id === agentId) ?? { id: agentId }];
    return { agents: records.length > 0 ? agents : [], areAll: true };
  }
  return { agents: isWhole ? named : named.slice(0, MOST_AGENTS), areAll: isWhole };
}

/** Whether an agent took the call, or took it over. */
export function isOfAgent(record: CallRecord, { id }: DrawnAgent): boolean {
  return peopleOf(record, "agent").some((one) => one.id === id);
}

export function callsOfAgent(set: UnpinnedCalls, { id }: DrawnAgent): UnpinnedCalls {
  return { ...set, criteria: withCriterion(set.criteria, "agentId", id) };
}
