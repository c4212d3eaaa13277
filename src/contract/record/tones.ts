import {
  CONTACT_DISPOSITIONS,
  type ContactDisposition,
  type ContactType,
  type EarlyMediaState,
  type EnumField,
  type EnumValue,
  type ReleaseInitiator,
  type SatisfactionSurveyChannel,
} from "./enums.ts";

/**
 * What a value means to a supervisor. Its colour follows from this. Only how a call ended has a
 * meaning; types, channels and initiators stay neutral, so that a colour stands out.
 */
export const TONES = ["good", "attention", "bad", "neutral"] as const;
/** One of {@link TONES}. */
export type Tone = (typeof TONES)[number];

/** The tone of every documented value. A value that is missing here does not compile. */
const VALUE_TONES = {
  contactType: {
    Inbound: "neutral",
    Outbound: "neutral",
    Predictive: "neutral",
    Internal: "neutral",
    Back2Back: "neutral",
    PrivacyDial: "neutral",
    Conference: "neutral",
  } satisfies Record<ContactType, Tone>,
  contactDisposition: {
    Success: "good",
    // The other side did not take the call: nobody here failed.
    NoAnswer: "neutral",
    Reject: "neutral",
    // The caller gave up before we answered.
    AbandonedInIVR: "attention",
    AbandonedInQueue: "attention",
    AbandonedInRing: "attention",
    AbandonedInVoiceNavigator: "attention",
    // We failed the caller.
    QueuingTimeout: "bad",
    QueuingOverflow: "bad",
    QueuingFailed: "bad",
    IVRException: "bad",
    Voicemail: "neutral",
    ForwardToOutsideNumber: "neutral",
  } satisfies Record<ContactDisposition, Tone>,
  earlyMediaState: {
    NoAnswer: "neutral",
    Busy: "neutral",
    PowerOff: "neutral",
    OutOfService: "neutral",
    NotExist: "neutral",
    NotConnected: "neutral",
    Restricted: "neutral",
  } satisfies Record<EarlyMediaState, Tone>,
  satisfactionSurveyChannel: {
    IVR: "neutral",
    SMS: "neutral",
  } satisfies Record<SatisfactionSurveyChannel, Tone>,
  releaseInitiator: {
    agent: "neutral",
    customer: "neutral",
  } satisfies Record<ReleaseInitiator, Tone>,
} satisfies { [F in EnumField]: Record<EnumValue<F>, Tone> };

/** True for a field that has a value which is not neutral: only such a field is worth a colour. */
export function isToned(field: EnumField): boolean {
  return Object.values<Tone>(VALUE_TONES[field]).some((tone) => tone !== "neutral");
}

/** The tone of a field's value; neutral for a value newer than this edition. */
export function toneOf(field: EnumField, value: string): Tone {
  const tones: Readonly<Record<string, Tone>> = VALUE_TONES[field];
  return Object.hasOwn(tones, value) ? (tones[value] ?? "neutral") : "neutral";
}

/** The dispositions of a call that was answered. */
export const ANSWERED_DISPOSITIONS = CONTACT_DISPOSITIONS.filter(
  (value) => toneOf("contactDisposition", value) === "good",
);

/** The dispositions of a call whose caller gave up before it was answered. */
export const ABANDONED_DISPOSITIONS = CONTACT_DISPOSITIONS.filter(
  (value) => toneOf("contactDisposition", value) === "attention",
);
