import {
  CONTACT_DISPOSITIONS,
  CONTACT_TYPES,
  EARLY_MEDIA_STATES,
  SATISFACTION_INDEXES,
  SATISFACTION_SURVEY_CHANNELS,
  type Open,
} from "#contract/record/enums.ts";
import type { TimeRange } from "#contract/time/time-range.ts";
import type { FilterRow } from "./filter-row.ts";

// The usual forms of a parameter; see `WireForm`.
const TEXT = { as: "text" } as const;
const JSON_LIST = { as: "json-list" } as const;

const DURATION = { kind: "duration", match: "within", grouped: false, facet: false } as const;

/**
 * Every filter: those of `ListCallDetailRecords`, and durations, by which it sorts. The panel, the pills, the URL, the BFF's request schema,
 * the wire parameters and the embedded upstream's SQL derive from this table; a new row that one of
 * them does not know how to serve is a compile error there.
 *
 * Authority: the provider's page of `ListCallDetailRecords`, request parameters.
 */
export const FILTERS = {
  // A range's other parameter is EndTime. Both are always sent.
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
    form: JSON_LIST,
    fields: ["contactDisposition"],
    match: "equals",
    grouped: true,
    facet: true,
  },
  contactType: {
    kind: "multi-choice",
    options: CONTACT_TYPES,
    url: "type",
    wire: "ContactTypeList",
    wireOne: "ContactType",
    form: JSON_LIST,
    fields: ["contactType"],
    match: "equals",
    grouped: true,
    facet: true,
  },
  queueTime: { ...DURATION, url: "queue", fields: ["queueTime"] },
  ringTime: { ...DURATION, url: "ring", fields: ["ringTime"] },
  talkTime: { ...DURATION, url: "talk", fields: ["talkTime"] },
  callDuration: { ...DURATION, url: "total", fields: ["callDuration"] },
  ivrTime: { ...DURATION, url: "ivr", fields: ["ivrTime"] },
  dialingTime: { ...DURATION, url: "dial", fields: ["dialingTime"] },
  // "Fuzzy" on the page: a part of the caller's or the called number.
  phoneNumber: {
    kind: "phone",
    url: "phone",
    wire: "Criteria",
    form: { as: "json-object", key: "phoneNumber" },
    fields: ["callingNumber", "calledNumber"],
    match: "contains",
    grouped: false,
    facet: false,
  },
  callingNumber: {
    kind: "phone",
    url: "caller",
    wire: "CallingNumber",
    form: TEXT,
    fields: ["callingNumber"],
    match: "equals",
    grouped: false,
    facet: false,
  },
  calledNumber: {
    kind: "phone",
    url: "called",
    wire: "CalledNumber",
    form: TEXT,
    fields: ["calledNumber"],
    match: "equals",
    grouped: false,
    facet: false,
  },
  agentId: {
    kind: "person",
    people: "agent",
    url: "agent",
    wire: "AgentId",
    form: TEXT,
    fields: ["agentIds"],
    match: "equals",
    grouped: false,
    facet: true,
  },
  skillGroupId: {
    kind: "person",
    people: "skill-group",
    url: "group",
    wire: "SkillGroupId",
    form: TEXT,
    fields: ["skillGroupIds"],
    match: "equals",
    grouped: false,
    facet: true,
  },
  satisfactionIndex: {
    kind: "multi-choice",
    options: SATISFACTION_INDEXES,
    whole: true,
    url: "sat",
    wire: "SatisfactionList",
    // The page describes this one list both ways: "separated by commas", and by a JSON example.
    form: { as: "json-list", commas: true },
    fields: ["satisfactionIndex"],
    match: "equals",
    grouped: true,
    facet: true,
    surveyStates: true,
  },
  // The customer of the provider writes these words, so that no list knows them.
  satisfactionDescription: {
    kind: "words",
    url: "satDesc",
    wire: "SatisfactionDescriptionList",
    form: JSON_LIST,
    fields: ["satisfactionDescription"],
    match: "equals",
    grouped: true,
    facet: true,
    onlyWith: "satisfactionIndex",
  },
  satisfactionSurveyChannel: {
    kind: "choice",
    options: SATISFACTION_SURVEY_CHANNELS,
    url: "channel",
    wire: "SatisfactionSurveyChannel",
    form: TEXT,
    fields: ["satisfactionSurveyChannel"],
    match: "equals",
    grouped: true,
    facet: true,
  },
  earlyMediaState: {
    kind: "multi-choice",
    options: EARLY_MEDIA_STATES,
    url: "early",
    wire: "EarlyMediaStateList",
    form: JSON_LIST,
    fields: ["earlyMediaState"],
    match: "equals",
    grouped: true,
    facet: true,
  },
  contactId: {
    kind: "text",
    url: "contact",
    wire: "ContactId",
    form: TEXT,
    fields: ["contactId"],
    match: "equals",
    grouped: false,
    facet: false,
    // "If it is given, every other parameter of the query is ignored."
    overrides: true,
  },
} as const satisfies Record<string, FilterRow>;

/** The name of a filter: a key of {@link FILTERS}. */
export type FilterKey = keyof typeof FILTERS;

/** What is chosen or typed in a filter. Controls, codecs and values follow from it. */
export type FilterKind = (typeof FILTERS)[FilterKey]["kind"];

/** The filters of one kind, such as every `phone`. */
export type FilterKeyOf<K extends FilterKind> = {
  [F in FilterKey]: (typeof FILTERS)[F]["kind"] extends K ? F : never;
}[FilterKey];

/** A filter other than the time range, which is always there and has a codec of its own. */
export type CriterionKey = Exclude<FilterKey, "time">;

/** A criterion that the upstream filters by. */
export type UpstreamKey = Exclude<CriterionKey, FilterKeyOf<"duration">>;

/** A filter whose values carry counts. */
export type FacetKey = {
  [F in CriterionKey]: (typeof FILTERS)[F]["facet"] extends true ? F : never;
}[CriterionKey];

type OptionOf<F extends FilterKey> = (typeof FILTERS)[F] extends {
  options: readonly (infer O extends string)[];
}
  ? Open<O>
  : never;

/** The value of a filter of each kind. A kind that is missing here has no value. */
interface ValueTypes<F extends FilterKey> {
  choice: OptionOf<F>;
  "multi-choice": readonly OptionOf<F>[];
  words: readonly string[];
  phone: string;
  text: string;
  person: string;
  /** As {@link readSecondsRange} reads it. */
  duration: string;
  range: TimeRange;
}

/** The value of one filter: a text, a list of texts that is never empty, or a range. */
export type FilterValue<F extends FilterKey> = ValueTypes<F>[(typeof FILTERS)[F]["kind"]];

/**
 * The filters that are set, without the time range. A call must meet all of them. A criterion that is
 * absent lets every call pass; a list that is there is never empty.
 */
export type Criteria = { readonly [F in CriterionKey]?: FilterValue<F> };

/** True for a filter of this kind. */
export function isKind<K extends FilterKind>(key: FilterKey, kind: K): key is FilterKeyOf<K> {
  return FILTERS[key].kind === kind;
}

// The cast is sound: the object is a literal of this module with no other keys.
const FILTER_KEYS = Object.keys(FILTERS) as readonly FilterKey[];

/** Every criterion, in the order in which panel, pills and links show them. */
export const CRITERION_KEYS = FILTER_KEYS.filter((key): key is CriterionKey => key !== "time");

/** Every criterion that the upstream filters by. */
export const UPSTREAM_KEYS = CRITERION_KEYS.filter(
  (key): key is UpstreamKey => !isKind(key, "duration"),
);

/** Every range of a duration, which is found by its rank in the sorted list. */
export const DURATION_KEYS = CRITERION_KEYS.filter((key) => isKind(key, "duration"));

/** Every filter by somebody whom a call names. */
export const PERSON_KEYS = CRITERION_KEYS.filter((key) => isKind(key, "person"));

/** A filter by somebody. */
export type PersonKey = FilterKeyOf<"person">;

/** A filter by a duration: the field of a call that it is about has the same name. */
export type DurationKey = FilterKeyOf<"duration">;

/** True for a criterion whose values carry counts. */
export function isFacet(key: CriterionKey): key is FacetKey {
  return FILTERS[key].facet;
}

/** Every facet, in the order of {@link CRITERION_KEYS}. */
export const FACET_KEYS = CRITERION_KEYS.filter(isFacet);
