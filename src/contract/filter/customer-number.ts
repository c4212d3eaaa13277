import type { CallRecord } from "#contract/record/call-record.ts";
import { customerSide } from "#contract/record/customer-side.ts";
import { nationalNumber, otherForms } from "./national-number.ts";

/** Within the country a mobile number elsewhere may be dialled with a 0 before it. */
const DIALLED_MOBILE = /^0(?=1[3-9]\d{9}$)/;

/** The customer's number of a call in the one form in which numbers can be compared; undefined where there is none. */
export function customerNumber(record: CallRecord): string | undefined {
  const side = customerSide(record);
  const number = side === undefined || side === "nobody" ? undefined : record[side];
  return number && comparedNumber(number);
}

/** A number in the one form in which it can be compared with others, however it was stored. */
function comparedNumber(number: string): string {
  return (nationalNumber(number) ?? number).replace(DIALLED_MOBILE, "");
}

/** The part that all forms of a compared number share: what `phoneNumber` finds them all by, and maybe others'. */
export function sharedPart(compared: string): string {
  return otherForms("phoneNumber", compared)[0]?.number ?? compared;
}
