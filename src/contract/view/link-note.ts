/**
 * The version of the links that are copied now. It grows when a link says something that an older edition would
 * take for a mistake. 1: the view alone · 2: with the as-of and the total of whoever copied it.
 */
export const LINK_VERSION = 2;

/**
 * What a copied link says beside its view. It is no part of the view: of two links that differ in it alone the
 * calls are the same, and it goes from the address with the next step.
 */
export interface LinkNote {
  /** That of a link that says none is 1. */
  readonly version: number;
  /** The instant that the results of whoever copied it were pinned to, ms. */
  readonly asOf?: number;
  /** How many calls matched for them, by then. */
  readonly total?: number;
}
