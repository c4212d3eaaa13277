import type { Preference } from "#app/ui/preference.ts";
import { PANEL_SECTIONS } from "./panel-sections.ts";

/** Which blocks of the panel the reader unfolded or folded, by their ids. */
type FoldedSections = Readonly<Record<string, boolean>>;

const MARKS = { "+": true, "-": false } as const;

/** Kept as `+contactType,-phones`: open and folded. Blocks that are no more are passed over. */
export const SECTION_PREFERENCE: Preference<FoldedSections> = {
  key: "callscope.filter-sections",
  read(text) {
    const kept = text.split(",");
    return Object.fromEntries(
      PANEL_SECTIONS.flatMap(({ id }) =>
        Object.entries(MARKS).flatMap(([mark, isOpen]) =>
          kept.includes(mark + id) ? [[id, isOpen] as const] : [],
        ),
      ),
    );
  },
  write: (sections) =>
    Object.entries(sections)
      .map(([id, isOpen]) => (isOpen ? "+" : "-") + id)
      .join(),
};
