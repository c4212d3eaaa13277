import type { CallRecord } from "#contract/record/call-record.ts";
import { customerSide } from "#contract/record/customer-side.ts";

const AGENT_DIALS: readonly unknown[] = ["Outbound", "Back2Back", "PrivacyDial", "Internal"];

/** Whether it was the customer's telephone that rang; otherwise it was the agents'. */
export const isCustomerRung = (record: CallRecord): boolean =>
  customerSide(record) === "calledNumber";

/** Whether the first agent dialled. A predictive call is dialled by the system. */
export const isDialledByAgent = ({ contactType }: CallRecord): boolean =>
  AGENT_DIALS.includes(contactType);

/** Whether agents talked among themselves, all at once and without a customer. */
export const isWithinTheHouse = (record: CallRecord): boolean => customerSide(record) === "nobody";
