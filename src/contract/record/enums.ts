import type { FieldOfKind } from "./record-fields.ts";

// The closed sets of the operation, one tuple each, in the order in which screens and links list the
// values. Types, labels, tones and columns derive from these tuples. Authority for the values: the
// provider's page of `ListCallDetailRecords`.

/**
 * How a call came about: a customer called · an agent called a customer · a dialler called ahead for
 * an agent · agents called each other · the system called both sides · both sides saw a number in
 * between · more than two spoke.
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

/**
 * How a call ended. The page lists twelve; the provider's newer editions add
 * `AbandonedInVoiceNavigator`. Voicemail, the three `Queuing…` and `IVRException` occur only where
 * the customer's call flow has a node that says so; else the call ended as `AbandonedInIVR`.
 */
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

/** Why an outbound call was not connected, as its ring tone told. */
export const EARLY_MEDIA_STATES = [
  "NoAnswer",
  "Busy",
  "PowerOff",
  "OutOfService",
  "NotExist",
  "NotConnected",
  "Restricted",
] as const;

/** The way a survey took: keys pressed at the end of the call, or a text message. */
export const SATISFACTION_SURVEY_CHANNELS = ["IVR", "SMS"] as const;

/**
 * The answers to a survey: one key of the telephone. The customer of the provider chooses what a key
 * means, so no digit is best or worst.
 */
export const SATISFACTION_INDEXES = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"] as const;

/** Who hung up. The page has `customer` as its example; the provider's newer editions list both. */
export const RELEASE_INITIATORS = ["agent", "customer"] as const;

/** The fields that the upstream can sort by: values of OrderByField, and fields of a record. */
export const SORT_FIELDS = [
  "startTime",
  "callDuration",
  "talkTime",
  "ringTime",
  "dialingTime",
  "ivrTime",
  "queueTime",
] as const;

/** Values of SortOrder: the least first, or the greatest. */
export const SORT_ORDERS = ["ASC", "DESC"] as const;

/** A documented value of {@link CONTACT_TYPES}. */
export type ContactType = (typeof CONTACT_TYPES)[number];
/** A documented value of {@link CONTACT_DISPOSITIONS}. */
export type ContactDisposition = (typeof CONTACT_DISPOSITIONS)[number];
/** A documented value of {@link EARLY_MEDIA_STATES}. */
export type EarlyMediaState = (typeof EARLY_MEDIA_STATES)[number];
/** A documented value of {@link SATISFACTION_SURVEY_CHANNELS}. */
export type SatisfactionSurveyChannel = (typeof SATISFACTION_SURVEY_CHANNELS)[number];
/** A documented value of {@link RELEASE_INITIATORS}. */
export type ReleaseInitiator = (typeof RELEASE_INITIATORS)[number];
/** One of {@link SORT_FIELDS}. */
export type SortField = (typeof SORT_FIELDS)[number];
/** One of {@link SORT_ORDERS}. */
export type SortOrder = (typeof SORT_ORDERS)[number];

/** The closed set of each `enum` field. A field that is missing here does not compile. */
export const FIELD_ENUMS = {
  contactType: CONTACT_TYPES,
  contactDisposition: CONTACT_DISPOSITIONS,
  earlyMediaState: EARLY_MEDIA_STATES,
  satisfactionSurveyChannel: SATISFACTION_SURVEY_CHANNELS,
  releaseInitiator: RELEASE_INITIATORS,
} as const satisfies Record<FieldOfKind<"enum">, readonly string[]>;

/** A field whose values come from a closed set. */
export type EnumField = keyof typeof FIELD_ENUMS;

/** True for the name of a field whose values come from a closed set. */
export function isEnumField(field: string): field is EnumField {
  return Object.hasOwn(FIELD_ENUMS, field);
}

/** A documented value of an enum field. */
export type EnumValue<F extends EnumField> = (typeof FIELD_ENUMS)[F][number];

/** A documented value, or any other text: a newer value is shown, counted and filtered as it is. */
export type Open<T extends string> = T | (string & Record<never, never>);

/** True for a value of the set, spelled exactly. */
export function isOneOf<const T extends readonly string[]>(
  options: T,
  value: string,
): value is T[number] {
  return options.includes(value);
}

const fold = (value: string) => value.replaceAll("_", "").toLowerCase();

/**
 * The documented spelling of a value, whatever its case and underscores: sibling operations of the
 * same API answer `PRIVACY_DIAL` where this one answers `PrivacyDial`. A value that is documented in
 * no spelling comes back as it is.
 */
export function documentedSpelling<const T extends readonly string[]>(
  options: T,
  value: string,
): Open<T[number]> {
  if (isOneOf(options, value)) return value;
  const folded = fold(value);
  return options.find((option) => fold(option) === folded) ?? value;
}
