import type { OperationHandler } from "./operation.ts";
import { localName, peoplePage } from "./people-page.ts";

/**
 * The skill groups of an instance, a page at a time. Of its two names, `DisplayName` is the one
 * that people read and that call records carry.
 *
 * Authority: the provider's page of `ListSkillGroups`.
 */
export const listSkillGroups: OperationHandler = (parameters, context) =>
  peoplePage("skill_groups", parameters, context, (row) => ({
    InstanceId: row.instanceId,
    SkillGroupId: row.id,
    SkillGroupName: localName(row),
    DisplayName: row.name,
  }));
