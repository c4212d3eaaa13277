/** Keys for the time range, as `KeyboardEvent.key` has them; the wide ones are of Chinese keyboards. */
export const OPEN_KEYS = ["t", "T"];

export const STEP_KEYS = {
  earlier: ["[", "【", "［"],
  later: ["]", "】", "］"],
  out: ["-", "－"],
} as const;
