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
 * What a value means to a supervisor, from which its colour follows. Only outcomes carry a
 * meaning; kinds of call, channels and initiators stay neutral, so that colour keeps its worth.
 */
export const TONES = ["good", "attention", "bad", "neutral"] as const;
export type Tone = (typeof TONES)[number];

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

/** True for the fields some of whose values mean something: only they are worth a colour. */
export function isToned(field: EnumField): boolean {
  return Object.values<Tone>(VALUE_TONES[field]).some((tone) => tone !== "neutral");
}

/** The tone of a field's value; neutral for a value we do not know. */
export function toneOf(field: EnumField, value: string): Tone {
  const tones: Readonly<Record<string, Tone>> = VALUE_TONES[field];
  return Object.hasOwn(tones, value) ? (tones[value] ?? "neutral") : "neutral";
}

/** How an answered call ends. */
export const ANSWERED_DISPOSITIONS = CONTACT_DISPOSITIONS.filter(
  (value) => toneOf("contactDisposition", value) === "good",
);

/** How a call ends whose caller gave up before it was answered, wherever that was. */
export const ABANDONED_DISPOSITIONS = CONTACT_DISPOSITIONS.filter(
  (value) => toneOf("contactDisposition", value) === "attention",
);
