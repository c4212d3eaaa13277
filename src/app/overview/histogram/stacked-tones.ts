import type { Tone } from "#contract/record/tones.ts";

/** How the parts of a bar stand on each other, from the ground up. */
export const STACKED_TONES = ["good", "neutral", "attention", "bad"] as const satisfies Tone[];
