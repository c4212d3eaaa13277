import * as z from "zod/mini";
import { LONGEST_NAME, savedViewSchema, type SavedView } from "#contract/view/saved-views.ts";

// The views that a browser keeps, as a value: how the text in its storage is read and written, and every change.
// Whatever cannot be read, of a newer edition say, is written again as it was.

/** In place of a view's id: one begins with what was looked at last. */
export const LAST = "last";

const VERSION = 1;

const keptViewSchema = z.looseObject({
  ...savedViewSchema.shape,
  id: z.string().check(z.minLength(1)),
});
const startOfTeamSchema = z.looseObject(savedViewSchema.shape);
const storedSchema = z.looseObject({ views: z.array(z.unknown()), start: z.optional(z.unknown()) });

/** A view that is kept. What a newer edition has put beside these stays there. */
export interface KeptView extends SavedView {
  readonly id: string;
}

/**
 * What one begins with: the id of a view of one's own, {@link LAST}, or a view of the team as it was last seen, since
 * those are not kept here; undefined: the view without filters.
 */
export type Start = string | SavedView | undefined;

export interface Kept {
  /** In the reader's order. */
  readonly views: readonly KeptView[];
  readonly start: Start;
  /** Entries that cannot be read. */
  readonly aside: readonly unknown[];
  /** What else there is. */
  readonly rest: Readonly<Record<string, unknown>>;
}

export const NOTHING_KEPT: Kept = { views: [], start: undefined, aside: [], rest: {} };

/** What the stored text says; undefined where as a whole it says nothing that can be read. */
export function readKept(text: string): Kept | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const stored = storedSchema.safeParse(json).data;
  if (stored === undefined) return undefined;
  const { views: entries, start, ...rest } = stored;
  const views: KeptView[] = [];
  const aside: unknown[] = [];
  for (const entry of entries) {
    const view = keptViewSchema.safeParse(entry).data;
    if (view === undefined || views.some(({ id }) => id === view.id)) aside.push(entry);
    else views.push(view);
  }
  const known: Start =
    start === LAST || views.some(({ id }) => id === start)
      ? String(start)
      : startOfTeamSchema.safeParse(start).data;
  // A start that is not known here may be one of those put aside.
  return {
    views,
    start: known,
    aside,
    rest: known !== undefined || start === undefined ? rest : { ...rest, start },
  };
}

export function writeKept({ views, start, aside, rest }: Kept): string {
  return JSON.stringify({
    version: VERSION,
    ...rest,
    ...(start !== undefined && { start }),
    views: [...views, ...aside],
  });
}

/** A name that none of these has, as near to the wanted one as can be: `早班 (2)`. */
export function freeName(wanted: string, taken: readonly { readonly name: string }[]): string {
  const isTaken = (name: string) => taken.some((other) => other.name === name);
  const characters = [...wanted.trim()].slice(0, LONGEST_NAME);
  for (let nth = 1; ; nth += 1) {
    const suffix = nth === 1 ? "" : ` (${nth})`;
    const name = characters.slice(0, LONGEST_NAME - suffix.length).join("") + suffix;
    if (!isTaken(name)) return name;
  }
}

export function addView(kept: Kept, view: KeptView): Kept {
  return { ...kept, views: [...kept.views, view] };
}

export function changeKept(kept: Kept, id: string, change: Partial<SavedView>): Kept {
  const views = kept.views.map((view) => (view.id === id ? { ...view, ...change } : view));
  return { ...kept, views };
}

export function removeView(kept: Kept, id: string): Kept {
  return {
    ...kept,
    views: kept.views.filter((view) => view.id !== id),
    start: kept.start === id ? undefined : kept.start,
  };
}

/** Undoes {@link removeView}: puts back what `before` has of the view, at its place. */
export function putBack(kept: Kept, id: string, before: Kept): Kept {
  const index = before.views.findIndex((view) => view.id === id);
  const view = before.views[index];
  if (view === undefined || kept.views.some((other) => other.id === id)) return kept;
  const start = before.start === id ? (kept.start ?? id) : kept.start;
  return { ...kept, start, views: kept.views.toSpliced(index, 0, view) };
}

/** Moves a view by a place, up or down; at the end of the list it stays. */
export function moveView(kept: Kept, id: string, by: -1 | 1): Kept {
  const from = kept.views.findIndex((view) => view.id === id);
  const [view, to] = [kept.views[from], from + by];
  if (view === undefined || to < 0 || to >= kept.views.length) return kept;
  return { ...kept, views: kept.views.toSpliced(from, 1).toSpliced(to, 0, view) };
}

/** What to do with a view that comes in under a name that there is. */
export const SAME_NAME = ["both", "replace", "skip"] as const;
export type SameName = (typeof SAME_NAME)[number];

const isOneOf = (view: SavedView, views: readonly SavedView[]) =>
  views.some((other) => other.name === view.name && other.view === view.view);

/** Those of the views that would stand beside another of their name. What is here already is none of them. */
export function sameNames(kept: Kept, coming: readonly SavedView[]): readonly SavedView[] {
  return coming.filter(
    (view) => !isOneOf(view, kept.views) && kept.views.some(({ name }) => name === view.name),
  );
}

/** The views with others that come in, and how many of these did. */
export function mergeViews(
  kept: Kept,
  coming: readonly SavedView[],
  sameName: SameName,
  createId: () => string,
): { readonly kept: Kept; readonly count: number } {
  const before = kept.views;
  let merged = kept;
  let count = 0;
  for (const { name, view } of coming) {
    if (isOneOf({ name, view }, merged.views)) continue;
    const same = before.find((other) => other.name === name);
    if (same !== undefined && sameName === "skip") continue;
    count += 1;
    merged =
      same !== undefined && sameName === "replace"
        ? changeKept(merged, same.id, { view })
        : addView(merged, { id: createId(), name: freeName(name, merged.views), view });
  }
  return { kept: merged, count };
}
