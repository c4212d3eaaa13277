import type { SortField } from "#contract/record/enums.ts";
import type { PeopleKind } from "#contract/record/people.ts";
import type { FieldOfKind, RecordField } from "#contract/record/record-fields.ts";

/**
 * How a parameter of the wire holds a criterion: `text` as it is · `json-list` as a JSON array, which
 * with `commas` may also be `a,b` · `json-object` as a JSON object with this one key.
 */
export type WireForm = TextForm | ListForm;
type TextForm = { readonly as: "text" } | { readonly as: "json-object"; readonly key: string };
type ListForm = { readonly as: "json-list"; readonly commas?: true };

/** What is chosen or typed, and the form that holds such a value. */
type Kind =
  | {
      /** One of `options`. */
      readonly kind: "choice";
      readonly options: readonly string[];
      readonly form: TextForm;
    }
  | {
      /** Some of `options`. `whole`: these are whole numbers, and so is whatever may be added to them. */
      readonly kind: "multi-choice";
      readonly options: readonly string[];
      readonly whole?: true;
      readonly form: ListForm;
    }
  | {
      /** Texts of the customer's own, of which there is no list. */
      readonly kind: "words";
      readonly form: ListForm;
    }
  | {
      /** A telephone number or a part of one; an id. */
      readonly kind: "phone" | "text";
      readonly form: TextForm;
    }
  | {
      /** The id of one of `people`. */
      readonly kind: "person";
      readonly people: PeopleKind;
      readonly form: TextForm;
    };

/**
 * Which calls match: those that hold one of the values (`equals`), or hold the value within a text
 * (`contains`), in one of the `fields`. A field that is a list holds each of its elements.
 *
 * `grouped`: the field holds few different values, so that counts of many of them come from one scan
 * that groups by it. It must be one field, of one value a call.
 */
type Match =
  | { readonly match: "equals"; readonly grouped: false; readonly fields: readonly RecordField[] }
  | { readonly match: "equals"; readonly grouped: true; readonly fields: readonly [FieldOfOne] }
  | {
      readonly match: "contains";
      readonly grouped: false;
      readonly fields: readonly FieldOfKind<"text" | "phone">[];
    };
type FieldOfOne = Exclude<RecordField, FieldOfKind<"list">>;

/** What it is called, on either side. */
interface Parameter {
  /** Its name in the URL and in `/api`. */
  readonly url: string;
  /** Its parameter of `ListCallDetailRecords`. */
  readonly wire: string;
  /** The parameter's older twin for one value, which the upstream still takes. */
  readonly wireOne?: string;
  /** Given, the upstream ignores every other filter. */
  readonly overrides?: true;
}

/** What is counted beside its values. */
interface Counts {
  /** Whether its options carry counts. */
  readonly facet: boolean;
  /** Calls without a value are told apart by what became of their survey. */
  readonly surveyStates?: true;
  /** The key of the filter without whose value a call has none of this one. */
  readonly onlyWith?: string;
}

/**
 * How long a call spent in something. The upstream cannot filter by it, but sorts by it: there such calls are
 * one stretch of the list, which is found by rank (decision 26).
 */
interface DurationRow {
  readonly kind: "duration";
  readonly url: string;
  readonly fields: readonly [Exclude<SortField, "startTime">];
  readonly match: "within";
  readonly grouped: false;
  readonly facet: false;
}

/** The time range: it has two parameters, and names in the URL of its own (see `view-codec.ts`). */
interface RangeRow {
  readonly kind: "range";
  readonly url: string;
  readonly wire: string;
  readonly fields: readonly FieldOfKind<"instant">[];
  readonly facet: false;
}

/** What a row of FILTERS says. Each kind of row has what serves it; other rows do not compile. */
export type FilterRow = (Parameter & Kind & Match & Counts) | DurationRow | RangeRow;
