/** Why a recording is not to be had. */
export const RECORDING_CODES = [
  /** Nobody talked: there is none, and none to come. */
  "recording_not_connected",
  /** It comes some minutes after the call. */
  "recording_not_ready",
  /** None was made, or it is no longer kept. */
  "recording_not_kept",
  /** The storage refuses us, or is none that we may ask. */
  "storage_refused",
  "storage_failed",
  /** It can be heard, but is too large to be outlined, */
  "recording_too_large",
  /** or of a kind that we cannot. */
  "recording_unreadable",
] as const;
