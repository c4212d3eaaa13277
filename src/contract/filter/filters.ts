import {
  CONTACT_DISPOSITIONS,
  CONTACT_TYPES,
  EARLY_MEDIA_STATES,
  SATISFACTION_INDEXES,
  SATISFACTION_SURVEY_CHANNELS,
  type Open,
} from "#contract/record/enums.ts";
import type { RecordField } from "#contract/record/record-fields.ts";
import type { TimeRange } from "#contract/time/time-range.ts";

/** `row` as it is, checked against the shape of a row without losing its literal types. */
interface FilterRow {
  readonly kind: "choice" | "multi-choice" | "words" | "phone" | "text" | "person" | "range";
  /** The closed set of a choice. */
  readonly options?: readonly string[];
  /** Its name in the URL and in `/api`; a range has names of its own (see `view-codec.ts`). */
  readonly url: string;
  /** The parameter it is sent as. */
  readonly wire: string;
  /** The parameter's older single-valued twin, which the upstream still takes. */
  readonly wireOne?: string;
  /** The record fields it looks at. */
  readonly fields: readonly RecordField[];
  /** Whether its options carry counts. */
  readonly facet: boolean;
  /** Given, the upstream ignores every other filter. */
  readonly overrides?: true;
}

/**
 * Every filter of `ListCallDetailRecords`. The panel, the pills, the URL, the BFF's request schema,
 * the wire parameters and the embedded upstream's SQL derive from this table; a new row that one of
 * them does not know how to serve is a compile error there.
 */
export const FILTERS = {
  time: {
    kind: "range",
    url: "range",
    wire: "StartTime",
    fields: ["startTime"],
    facet: false,
  },
  contactDisposition: {
    kind: "multi-choice",
    options: CONTACT_DISPOSITIONS,
    url: "disposition",
    wire: "ContactDispositionList",
    wireOne: "ContactDisposition",
    fields: ["contactDisposition"],
    facet: true,
  },
  contactType: {
    kind: "multi-choice",
    options: CONTACT_TYPES,
    url: "type",
    wire: "ContactTypeList",
    wireOne: "ContactType",
    fields: ["contactType"],
    facet: true,
  },
  phoneNumber: {
    kind: "phone",
    url: "phone",
    wire: "Criteria",
    fields: ["callingNumber", "calledNumber"],
    facet: false,
  },
  callingNumber: {
    kind: "phone",
    url: "caller",
    wire: "CallingNumber",
    fields: ["callingNumber"],
    facet: false,
  },
  calledNumber: {
    kind: "phone",
    url: "called",
    wire: "CalledNumber",
    fields: ["calledNumber"],
    facet: false,
  },
  agentId: {
    kind: "person",
    url: "agent",
    wire: "AgentId",
    fields: ["agentIds"],
    facet: true,
  },
  skillGroupId: {
    kind: "person",
    url: "group",
    wire: "SkillGroupId",
    fields: ["skillGroupIds"],
    facet: true,
  },
  satisfactionIndex: {
    kind: "multi-choice",
    options: SATISFACTION_INDEXES,
    url: "sat",
    wire: "SatisfactionList",
    fields: ["satisfactionIndex"],
    facet: true,
  },
  satisfactionDescription: {
    kind: "words",
    url: "satDesc",
    wire: "SatisfactionDescriptionList",
    fields: ["satisfactionDescription"],
    facet: true,
  },
  satisfactionSurveyChannel: {
    kind: "choice",
    options: SATISFACTION_SURVEY_CHANNELS,
    url: "channel",
    wire: "SatisfactionSurveyChannel",
    fields: ["satisfactionSurveyChannel"],
    facet: true,
  },
  earlyMediaState: {
    kind: "multi-choice",
    options: EARLY_MEDIA_STATES,
    url: "early",
    wire: "EarlyMediaStateList",
    fields: ["earlyMediaState"],
    facet: true,
  },
  contactId: {
    kind: "text",
    url: "contact",
    wire: "ContactId",
    fields: ["contactId"],
    facet: false,
    overrides: true,
  },
} as const satisfies Record<string, FilterRow>;

export type FilterKey = keyof typeof FILTERS;
export type FilterKind = (typeof FILTERS)[FilterKey]["kind"];
/** The filters of one kind, such as every `phone`. */
export type FilterKeyOf<K extends FilterKind> = {
  [F in FilterKey]: (typeof FILTERS)[F]["kind"] extends K ? F : never;
}[FilterKey];
/** Every filter but the time range, which is always there and has a codec of its own. */
export type CriterionKey = Exclude<FilterKey, "time">;

/** The filters whose values carry counts. */
export type FacetKey = {
  [F in CriterionKey]: (typeof FILTERS)[F]["facet"] extends true ? F : never;
}[CriterionKey];

type OptionOf<F extends FilterKey> = (typeof FILTERS)[F] extends {
  options: readonly (infer O extends string)[];
}
  ? Open<O>
  : never;

interface ValueTypes<F extends FilterKey> {
  choice: OptionOf<F>;
  "multi-choice": readonly OptionOf<F>[];
  words: readonly string[];
  phone: string;
  text: string;
  person: string;
  range: TimeRange;
}

export type FilterValue<F extends FilterKey> = ValueTypes<F>[(typeof FILTERS)[F]["kind"]];

/** The criteria that are set. A list that is there is never empty. */
export type Criteria = { readonly [F in CriterionKey]?: FilterValue<F> };

/** Narrows a key by its row's declared kind. */
export function isKind<K extends FilterKind>(key: FilterKey, kind: K): key is FilterKeyOf<K> {
  return FILTERS[key].kind === kind;
}

// The cast is sound: the object is a literal of this module with no other keys.
const FILTER_KEYS = Object.keys(FILTERS) as readonly FilterKey[];
export const CRITERION_KEYS = FILTER_KEYS.filter((key): key is CriterionKey => key !== "time");

/** Narrows a criterion to those whose values carry counts. */
export function isFacet(key: CriterionKey): key is FacetKey {
  return FILTERS[key].facet;
}
export const FACET_KEYS = CRITERION_KEYS.filter(isFacet);
