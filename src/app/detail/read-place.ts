/** Where one reads in the drawer: a part of it, and how far into that one is, px. */
export interface ReadPlace {
  readonly part: string | undefined;
  readonly offset: number;
  /** From the top of all, for a call that has no such part. */
  readonly top: number;
}

const partsOf = (scroller: HTMLElement) => [
  ...scroller.querySelectorAll<HTMLElement>("[data-part]"),
];

/** How far below the upper edge of what is seen something begins, px. */
const below = (scroller: HTMLElement, part: HTMLElement) =>
  part.getBoundingClientRect().top - scroller.getBoundingClientRect().top;

/** What is at the upper edge. */
export function placeIn(scroller: HTMLElement): ReadPlace {
  const part = partsOf(scroller).findLast((one) => below(scroller, one) <= 0);
  return {
    part: part?.dataset["part"],
    offset: part === undefined ? 0 : -below(scroller, part),
    top: scroller.scrollTop,
  };
}

/** Scrolls to the same part of another call, whatever stands above it there. */
export function goTo({ part: name, offset, top }: ReadPlace, scroller: HTMLElement): void {
  const part = partsOf(scroller).find((one) => one.dataset["part"] === name);
  const wanted =
    part === undefined
      ? top
      : scroller.scrollTop + below(scroller, part) + Math.min(offset, part.offsetHeight);
  scroller.scrollTo({ top: wanted });
}
