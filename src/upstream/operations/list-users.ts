import type { OperationHandler } from "./operation.ts";
import { localName, peoplePage } from "./people-page.ts";

/**
 * The agents of an instance, a page at a time. Of the provider's fields those that a call record
 * or the sample's staff can tell: no roles, devices or mobile numbers.
 *
 * Authority: the provider's page of `ListUsers`.
 */
export const listUsers: OperationHandler = (parameters, context) =>
  peoplePage("agents", parameters, context, (member) => ({
    UserId: member.id,
    LoginName: localName(member),
    DisplayName: member.name,
    // Left out of the reply where it is not known.
    Extension: member.extension,
  }));
