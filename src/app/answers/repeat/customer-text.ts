import type { CallRecord } from "#contract/record/call-record.ts";
import { customerSide } from "#contract/record/customer-side.ts";

/** The customer's number of a call, as the reader may see it. */
export function customerText(call: CallRecord): string {
  const side = customerSide(call);
  return side === undefined || side === "nobody" ? "" : (call[side] ?? "");
}
