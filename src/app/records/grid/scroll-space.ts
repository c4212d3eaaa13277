/**
 * The tallest element that every browser draws and scrolls to the pixel; past some 17 million px
 * Firefox gives up, past 33 million Chromium does. A list of a million rows is taller.
 */
const TALLEST = 12_000_000;

// The way from what the scroll bar says to where one is in a list that may be taller than an element
// can be, and so, past some point, has not a px of the bar for each px of its own. Small steps are
// taken as they are, so that a wheel moves by its pixels; a leap, as when the bar is dragged, means
// the same share of the whole. The `offset` is what must be taken from a place in the list to have
// it in the element, px.

interface Extent {
  /** Of the list, px. */
  readonly listHeight: number;
  /** Of the part that is seen, px. */
  readonly viewHeight: number;
}

export function elementHeight(listHeight: number): number {
  return Math.min(listHeight, TALLEST);
}

/** At both ends, so many views high, the element and the list agree to the px. */
const EXACT_VIEWS = 8;

interface Ends {
  /** How far one can scroll the list, and the element. */
  readonly list: number;
  readonly element: number;
  /** Where the scale between them begins and, from the end, stops. */
  readonly exact: number;
}

function endsOf({ listHeight, viewHeight }: Extent): Ends {
  const list = Math.max(0, listHeight - viewHeight);
  const element = Math.max(0, elementHeight(listHeight) - viewHeight);
  return { list, element, exact: Math.min(EXACT_VIEWS * viewHeight, element / 4) };
}

/** Maps 0…`from` to 0…`to`: as it is at both ends, stretched in between. */
function stretch(value: number, from: number, to: number, exact: number): number {
  if (value <= exact) return Math.max(0, value);
  if (value >= from - exact) return Math.min(to, to - (from - value));
  return Math.round(exact + ((value - exact) / (from - 2 * exact)) * (to - 2 * exact));
}

const toElement = (y: number, { list, element, exact }: Ends) => stretch(y, list, element, exact);
const toList = (scrollTop: number, { list, element, exact }: Ends) =>
  stretch(scrollTop, element, list, exact);

/** Where to set the scroll bar to be at `y` of the list, and the offset that goes with it. */
export function scrollTo(y: number, extent: Extent): { scrollTop: number; offset: number } {
  const ends = endsOf(extent);
  const within = Math.min(Math.max(0, y), ends.list);
  const scrollTop = toElement(within, ends);
  return { scrollTop, offset: within - scrollTop };
}

/**
 * Where one is after the bar has moved. `scrollTop` is there when the bar must be set anew, since
 * small steps have led to where it no longer says how much of the list is left.
 */
export function scrolled(
  before: { scrollTop: number; offset: number },
  scrollTop: number,
  extent: Extent,
): { y: number; offset: number; scrollTop?: number } {
  const ends = endsOf(extent);
  if (ends.element === ends.list) return { y: scrollTop, offset: 0 };
  if (Math.abs(scrollTop - before.scrollTop) > 3 * extent.viewHeight) {
    const y = toList(scrollTop, ends);
    return { y, offset: y - scrollTop };
  }
  const y = Math.min(Math.max(0, scrollTop + before.offset), ends.list);
  const fair = toElement(y, ends);
  const isAstray = Math.abs(fair - scrollTop) > extent.viewHeight;
  const isAtEdge = scrollTop <= ends.exact || scrollTop >= ends.element - ends.exact;
  if (fair !== scrollTop && (isAstray || isAtEdge)) return { y, offset: y - fair, scrollTop: fair };
  return { y, offset: y - scrollTop };
}
