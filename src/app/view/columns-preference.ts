import * as z from "zod/mini";
import { createChoice, type Preference } from "#app/ui/preference.ts";
import { columnsCodec } from "#contract/view/columns-codec.ts";
import { COLUMN_NAMES, type Column, type Columns } from "#contract/view/columns.ts";

/** Widths of columns that the reader drew wider or narrower, px. */
export type ColumnWidths = Readonly<Partial<Record<Column, number>>>;

/** Narrower, a column could not be caught again; wider, it would fill the screen alone. */
const WIDTH_LIMITS = { least: 40, most: 800 } as const;

/** The nearest whole width that a column may have, px. */
export function limitWidth(px: number): number {
  return Math.round(Math.min(WIDTH_LIMITS.most, Math.max(WIDTH_LIMITS.least, px)));
}

const widthSchema = z.number().check(z.gte(WIDTH_LIMITS.least), z.lte(WIDTH_LIMITS.most));
const widthsSchema = z.record(z.string(), z.unknown());

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readWidths(text: string): ColumnWidths | undefined {
  const stored = widthsSchema.safeParse(parseJson(text)).data;
  if (stored === undefined) return undefined;
  // One bad width does not cost the reader the others.
  const widths = COLUMN_NAMES.flatMap((column) => {
    const width = widthSchema.safeParse(stored[column]).data;
    return width === undefined ? [] : [[column, width] as const];
  });
  return widths.length === 0 ? undefined : Object.fromEntries(widths);
}

function columnsAt(key: string): Preference<Columns> {
  return { key, read: (text) => columnsCodec.read(text).value, write: columnsCodec.write };
}

function widthsAt(key: string): Preference<ColumnWidths> {
  return { key, read: readWidths, write: (widths) => JSON.stringify(widths) };
}

/** The reader's own columns and widths, kept apart for narrow screens: other columns fit there. */
export const COLUMN_PREFERENCES = {
  wide: {
    columns: columnsAt("callscope.columns"),
    widths: widthsAt("callscope.column-widths"),
  },
  narrow: {
    columns: columnsAt("callscope.columns.narrow"),
    widths: widthsAt("callscope.column-widths.narrow"),
  },
} as const;

/** How close the rows stand. */
export const DENSITIES = ["comfortable", "compact"] as const;
export type Density = (typeof DENSITIES)[number];
export const DENSITY = createChoice("callscope.density", DENSITIES);
