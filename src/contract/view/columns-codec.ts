import type { Codec } from "#contract/filter/codec.ts";
import { isOneOf } from "#contract/record/enums.ts";
import { COLUMN_NAMES, type Columns } from "./columns.ts";

/** Marks a column that stays while the others scroll sideways. */
const PINNED = "*";

/**
 * Reads and writes columns: `*startTime,parties,talkTime`. Their order is that of the screen. Those
 * that are pinned have a mark and come first, wherever the text has them.
 */
export const columnsCodec: Codec<Columns> = {
  read(text) {
    const asked = [...new Set(text.split(","))];
    const nameOf = (item: string) => (item.startsWith(PINNED) ? item.slice(1) : item);
    const find = (items: readonly string[]) =>
      items.flatMap((item) => COLUMN_NAMES.filter((column) => column === nameOf(item)));
    const isPinned = (item: string) => item.startsWith(PINNED);
    const pinned = find(asked.filter(isPinned));
    const shown = [...new Set([...pinned, ...find(asked.filter((item) => !isPinned(item)))])];
    const bad = asked.filter((item) => !isOneOf(COLUMN_NAMES, nameOf(item)));
    return shown.length > 0 ? { value: { shown, pinned: pinned.length }, bad } : { bad };
  },
  write: ({ shown, pinned }) =>
    shown.map((column, index) => (index < pinned ? PINNED + column : column)).join(","),
};
