import type { FieldOfKind } from "./record-fields.ts";

/**
 * The closed sets of the operation, one tuple each, in the order the provider's page lists them.
 * Everything else that needs a set (types, labels, tones, columns) derives from these tuples.
 */

export const CONTACT_TYPES = [
  "Inbound",
  "Outbound",
  "Predictive",
  "Internal",
  "Back2Back",
  "PrivacyDial",
  "Conference",
] as const;

/** The page lists twelve; the provider's newer editions add `AbandonedInVoiceNavigator`. */
export const CONTACT_DISPOSITIONS = [
  "Success",
  "NoAnswer",
  "Reject",
  "AbandonedInIVR",
  "AbandonedInQueue",
  "AbandonedInRing",
  "AbandonedInVoiceNavigator",
  "QueuingTimeout",
  "QueuingOverflow",
  "QueuingFailed",
  "IVRException",
  "Voicemail",
  "ForwardToOutsideNumber",
] as const;

export const EARLY_MEDIA_STATES = [
  "NoAnswer",
  "Busy",
  "PowerOff",
  "OutOfService",
  "NotExist",
  "NotConnected",
  "Restricted",
] as const;

export const SATISFACTION_SURVEY_CHANNELS = ["IVR", "SMS"] as const;

/** One key of the telephone. What it means is the customer's choice: no digit is best or worst. */
export const SATISFACTION_INDEXES = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"] as const;

export const RELEASE_INITIATORS = ["agent", "customer"] as const;

export const SORT_FIELDS = [
  "startTime",
  "callDuration",
  "talkTime",
  "ringTime",
  "dialingTime",
  "ivrTime",
  "queueTime",
] as const;

export const SORT_ORDERS = ["ASC", "DESC"] as const;

export type ContactType = (typeof CONTACT_TYPES)[number];
export type ContactDisposition = (typeof CONTACT_DISPOSITIONS)[number];
export type EarlyMediaState = (typeof EARLY_MEDIA_STATES)[number];
export type SatisfactionSurveyChannel = (typeof SATISFACTION_SURVEY_CHANNELS)[number];
export type ReleaseInitiator = (typeof RELEASE_INITIATORS)[number];
export type SortField = (typeof SORT_FIELDS)[number];
export type SortOrder = (typeof SORT_ORDERS)[number];

/** The enums that a call record's fields hold, by the field's name. */
export const FIELD_ENUMS = {
  contactType: CONTACT_TYPES,
  contactDisposition: CONTACT_DISPOSITIONS,
  earlyMediaState: EARLY_MEDIA_STATES,
  satisfactionSurveyChannel: SATISFACTION_SURVEY_CHANNELS,
  releaseInitiator: RELEASE_INITIATORS,
} as const satisfies Record<FieldOfKind<"enum">, readonly string[]>;

export type EnumField = keyof typeof FIELD_ENUMS;

/** True for the fields whose values come from a closed set. */
export function isEnumField(field: string): field is EnumField {
  return Object.hasOwn(FIELD_ENUMS, field);
}

export type EnumValue<F extends EnumField> = (typeof FIELD_ENUMS)[F][number];

/** A documented value, or one that the provider added since: shown, counted and filtered as it is. */
export type Open<T extends string> = T | (string & Record<never, never>);

/** True for a documented value of the set, spelled exactly. */
export function isOneOf<const T extends readonly string[]>(
  options: T,
  value: string,
): value is T[number] {
  return options.includes(value);
}

const fold = (value: string) => value.replaceAll("_", "").toLowerCase();

/**
 * The documented spelling of a value: sibling operations of the same API answer `PRIVACY_DIAL`
 * where this one says `PrivacyDial`. A value of no known spelling comes back as it is.
 */
export function documentedSpelling<const T extends readonly string[]>(
  options: T,
  value: string,
): Open<T[number]> {
  if (isOneOf(options, value)) return value;
  const folded = fold(value);
  return options.find((option) => fold(option) === folded) ?? value;
}
