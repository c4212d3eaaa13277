import {
  RECORD_FIELD_NAMES,
  RECORD_FIELDS,
  type RecordField,
} from "#contract/record/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import {
  ID_CHARACTERS,
  NONE_WORDS,
  tidyId,
  tidyIds,
  tidyNames,
  tidyPhone,
  tidyText,
} from "./tidy-value.ts";
import { BLANK } from "./trim.ts";

/** Tidies a text without blanks around it; `before` are those of the fields before it, by the wire's names. */
type Tidy = (text: string, before: Readonly<Record<string, string>>) => string;

const namesOf = (ids: RecordField): Tidy => {
  const name = wireName(ids);
  return (text, before) => tidyNames(text, before[name] ?? "");
};

const TIDIERS: Partial<Record<RecordField, Tidy>> = {
  contactId: tidyId,
  instanceId: tidyId,
  agentIds: tidyIds,
  agentNames: namesOf("agentIds"),
  skillGroupIds: tidyIds,
  skillGroupNames: namesOf("skillGroupIds"),
  callIds: tidyIds,
};

/** Whether the field lists names, each in the place of its id. */
export function isNames(field: RecordField): boolean {
  return field === "agentNames" || field === "skillGroupNames";
}

/** What makes a field's text the service's own: see `tidy-value.ts`. */
export function tidierOf(field: RecordField): Tidy {
  return TIDIERS[field] ?? (RECORD_FIELDS[field] === "phone" ? tidyPhone : tidyText);
}

// The same question in SQL, asked of every row and so in few steps. Where tidying may change a text, or finds
// that a spreadsheet has spoiled it, code of ours reads the file.

const wireNames = (isWanted: (field: RecordField) => boolean) =>
  RECORD_FIELD_NAMES.filter(isWanted).map(wireName);
const joined = (names: readonly string[]) => `concat(${names.join(", chr(1), ")})`;

const IDS = wireNames((field) => TIDIERS[field] === tidyId);
const ID_LISTS = wireNames((field) => TIDIERS[field] === tidyIds);
const PHONES = wireNames((field) => RECORD_FIELDS[field] === "phone");
const NAMES = wireNames(isNames);

const PLAIN_IDS = [
  ...IDS.map(() => `[${ID_CHARACTERS}]*`),
  ...ID_LISTS.map(() => `[${ID_CHARACTERS},]*`),
].join("\\x01");
/** Digits alone, which begin neither with the country's code nor with the sign of it. */
const PLAIN_PHONE = "(?:(?:[1-79*]|8[0-57-9]|0[1-9])[0-9*#]*)?";
const PLAIN_PHONES = PHONES.map(() => PLAIN_PHONE).join("\\x01");
const LIST_SIGNS = [..."[{'\"\\;；，、|"];
const escaped = (word: string) => word.replaceAll(/[\\/]/g, "\\$&");
const ODD_WORD = `(?:^|\\x01)${BLANK}*(?:${NONE_WORDS.map(escaped).join("|")}|#+|#[A-Za-z].*)${BLANK}*(?:\\x01|$)`;

/**
 * Whether tidying may change a text of the row.
 *
 * @param texts of all fields, with `chr(1)` between them
 */
export function isUntidySql(texts: string): string {
  const names = joined(NAMES);
  const signs = LIST_SIGNS.map((sign) => `contains(${names}, chr(${sign.codePointAt(0)}))`);
  return [
    `NOT regexp_full_match(${joined([...IDS, ...ID_LISTS])}, '${PLAIN_IDS}')`,
    `NOT regexp_full_match(${joined(PHONES)}, '${PLAIN_PHONES}')`,
    ...signs,
    `regexp_matches(${texts}, '${ODD_WORD}')`,
  ].join(" OR ");
}
