import type { OperationHandler } from "./operation.ts";
import { localName, peoplePage } from "./people-page.ts";

/**
 * The skill groups of an instance, a page at a time. Of its two names, `DisplayName` is the one
 * that people read and that call records carry.
 *
 * Authority: the provider's page of `ListSkillGroups`.
 */
export const listSkillGroups: OperationHandler = (parameters, context) =>
  peoplePage("skillGroups", parameters, context, (member) => ({
    InstanceId: member.instance,
    SkillGroupId: member.id,
    SkillGroupName: localName(member),
    DisplayName: member.name,
  }));
