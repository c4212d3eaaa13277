import { useMemo } from "react";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { numberOfCall } from "#app/view/actions/number-of-call.ts";
import { useActionContext } from "#app/view/actions/use-action-context.ts";
import { useFollow } from "#app/view/actions/use-follow.ts";
import { valueActions } from "#app/view/actions/value-actions.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { customerSide } from "#contract/record/customer-side.ts";

const TO_LIST = { show: undefined, record: undefined };

/** Goes to the list of all calls with the customer's number of a call, whether or not the reader may know it. */
export function useCallerCalls(): (record: CallRecord) => void {
  const labels = useLabels();
  const formats = useFormats();
  const words = useMemo(() => ({ labels, formats, nowMs: 0 }), [labels, formats]);
  const context = useActionContext(words);
  const follow = useFollow();
  return (record) => {
    const side = customerSide(record);
    const field = side === undefined || side === "nobody" ? "callingNumber" : side;
    const target = { record, column: field, field } as const;
    const ofCall = numberOfCall(target, context);
    const action = valueActions(target, context).find(({ id }) => id === "allCalls");
    if (ofCall !== undefined) follow({ ofCall }, TO_LIST);
    else if (action !== undefined) follow(action, TO_LIST);
  };
}
