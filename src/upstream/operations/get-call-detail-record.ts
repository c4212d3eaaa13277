import { CONTACT_TYPES, isOneOf } from "#contract/record/enums.ts";
import { readWireRecord } from "#contract/upstream/wire-record.ts";
import { callEvents } from "#upstream/events/call-events.ts";
import type { OperationHandler } from "./operation.ts";
import { requiredRecord } from "./required-record.ts";

/** `PrivacyDial` → `PRIVACY_DIAL`, as this operation spells what the list of calls spells so. */
function spelledInCapitals(contactType: string): string {
  return isOneOf(CONTACT_TYPES, contactType)
    ? contactType.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase()
    : contactType;
}

/**
 * One call, with what happened on each side of it. The provider's page differs from that of the list
 * in three points, kept here: types of call in capitals, `CallDuration` as a number, and the rating as
 * `Satisfaction`. Here the reply has the list's other fields as well.
 *
 * Authority: the provider's page of `GetCallDetailRecord`, and its SDK's model of the reply. Neither
 * says what is answered for a call that is not known.
 */
export const getCallDetailRecord: OperationHandler = async (parameters, context) => {
  const { record } = await requiredRecord(parameters, context);
  const call = readWireRecord(record);
  return {
    ...record,
    ContactType: call.contactType === undefined ? undefined : spelledInCapitals(call.contactType),
    CallDuration: call.callDuration,
    Satisfaction: call.satisfactionIndex,
    ...callEvents(call),
  };
};
