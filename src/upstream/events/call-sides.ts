import type { CallRecord } from "#contract/record/call-record.ts";

const CUSTOMER_IS_RUNG: readonly unknown[] = ["Outbound", "Predictive", "Back2Back", "PrivacyDial"];
const AGENT_DIALS: readonly unknown[] = ["Outbound", "Back2Back", "PrivacyDial", "Internal"];
const WITHIN_THE_HOUSE: readonly unknown[] = ["Internal", "Conference"];

/** Whether it was the customer's telephone that rang; otherwise it was the agents'. */
export const isCustomerRung = ({ contactType }: CallRecord): boolean =>
  CUSTOMER_IS_RUNG.includes(contactType);

/** Whether the first agent dialled. A predictive call is dialled by the system. */
export const isDialledByAgent = ({ contactType }: CallRecord): boolean =>
  AGENT_DIALS.includes(contactType);

/** Whether agents talked among themselves, all at once and without a customer. */
export const isWithinTheHouse = ({ contactType }: CallRecord): boolean =>
  WITHIN_THE_HOUSE.includes(contactType);
