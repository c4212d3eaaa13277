import classes from "./phase-colours.module.css";

/** The class of whatever is drawn in {@link PHASE_COLOURS}: not of texts, whose colours a reader may force. */
export const WITH_PHASE_COLOURS = classes["colours"] ?? "";

/** One colour a phase of a call, wherever it is drawn; the style sheet has a pair for each theme. */
export const PHASE_COLOURS = {
  ivr: "var(--phase-ivr)",
  queue: "var(--phase-queue)",
  dialing: "var(--phase-dialing)",
  ring: "var(--phase-ring)",
  talk: "var(--phase-talk)",
  /** Within the talk; a pattern, for `background`. */
  held: "var(--phase-held)",
} as const;
