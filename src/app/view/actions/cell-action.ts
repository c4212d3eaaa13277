import type { ViewChange } from "#app/view/change-view.ts";
import type { NumberSide } from "#contract/api/links.ts";
import type { CriterionKey, FilterKeyOf } from "#contract/filter/filters.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { RecordField } from "#contract/record/record-fields.ts";
import type { Column } from "#contract/view/columns.ts";
import type { View } from "#contract/view/view.ts";
import type { Words } from "#labels/field-text.ts";
import type { Messages } from "#labels/messages.ts";
import type { ShortcutKey } from "./cell-action-shortcuts.ts";

/** What was pointed at: a cell, or one of the things that it shows. */
export interface CellTarget {
  readonly record: CallRecord;
  readonly column: Column;
  /** The field that is shown there; absent for the whole of a composed cell, which is no field. */
  readonly field?: RecordField;
  /** Which of a list, from 0; absent for the whole list. */
  readonly index?: number;
}

/** What actions read besides the cell. */
export interface CellContext {
  readonly view: View;
  /** Whether the reader may filter by it; what they may not do is left out. */
  readonly mayFilterBy: (key: CriterionKey, value: string | undefined) => boolean;
  /** Whether they see numbers as they are; else the server knows more of a masked one than its cell. */
  readonly seesNumbers: boolean;
  readonly words: Words;
  /** The address that shows a colleague the view with this call open. */
  readonly rowLink: (contactId: string) => string;
}

/** The number at one side of a call, and the filter that is to be set to it. */
export interface NumberOfCall {
  readonly contactId: string;
  readonly side: NumberSide;
  readonly filter: FilterKeyOf<"phone">;
}

type ActionTexts = Messages["actions"];
export type ActionHint = keyof ActionTexts["hints"];

/** One thing that can be done from a cell, as data: the menu, the toolbar and the keys do it. */
export interface CellAction {
  readonly id:
    | "filter"
    | "exclude"
    | "sameHour"
    | "sameDay"
    | "allCalls"
    | "copyValue"
    | "copyCell"
    | "copyLink"
    | "copyJson";
  /** A text of `actions.items`. */
  readonly label: keyof ActionTexts["items"];
  readonly values?: Readonly<Record<string, string>>;
  /** Why it cannot be done, or what to know before it is. */
  readonly hint?: ActionHint;
  readonly enabled: boolean;
  /** The key that does it while the focus is on the cell. */
  readonly shortcut?: ShortcutKey;
  /** A number to filter by that the reader may not know: the server seals that of the call. */
  readonly ofCall?: NumberOfCall;
  /** Where the view goes. */
  readonly change?: ViewChange;
  /** What goes to the clipboard. */
  readonly copy?: () => string;
}
