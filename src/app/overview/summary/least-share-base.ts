/** A share of fewer calls than these says little: one call more or less would move it by a tenth or more. */
export const LEAST_SHARE_BASE = 10;
