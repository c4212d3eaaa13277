/** Which ranks of a duration are told: the median, and what nine in ten stay below. */
export const RANK_SHARES = [0.5, 0.9] as const;

/** One of {@link RANK_SHARES}. */
export type RankShare = (typeof RANK_SHARES)[number];
