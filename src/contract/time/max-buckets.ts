/**
 * No range that a view can have is divided into more buckets. In a file of its own, since the first load
 * needs it and `time-buckets.ts` comes later.
 */
export const MAX_BUCKETS = 128;
