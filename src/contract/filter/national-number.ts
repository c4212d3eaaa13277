import { FILTERS, type FilterKeyOf } from "./filters.ts";
import { parsePhone } from "./phone-number.ts";

/** The country's code as people write it; without a sign of it only before a number that is whole. */
const COUNTRY = /^(?:(?:\+|00)86(?=\d)|86(?=(?:1[3-9]\d|10|[2-9]\d\d?)\d{8}$))/;
/** Area code and number, which from within the country follow a 0; 400 and 800 are no area codes. */
const FIXED_LINE = /^(?![48]00\d{7}$)(?:10|2\d|[3-9]\d\d)\d{7,8}$/;
const MOBILE = /^1[3-9]\d{9}$/;

/** A number without the country's code before it. */
export function withoutCountry(number: string): string {
  return number.replace(COUNTRY, "");
}

/**
 * A number as the service's records have it: from within the country, where a fixed line's begins with 0.
 * Undefined if the text is none.
 */
export function nationalNumber(text: string): string | undefined {
  const number = parsePhone(text);
  if (number === undefined) return undefined;
  const inner = withoutCountry(number);
  return inner !== number && FIXED_LINE.test(inner) ? `0${inner}` : inner;
}

/**
 * The number that somebody means who types or pastes one into a filter. A filter that looks for a part
 * finds both forms by what they share; one that compares needs the whole number.
 */
export function typedNumber(filter: FilterKeyOf<"phone">, text: string): string | undefined {
  if (FILTERS[filter].match === "equals") return nationalNumber(text);
  const number = parsePhone(text);
  return number === undefined ? undefined : withoutCountry(number);
}

/** How a call may have stored a number: from within the country, with its code, or what both share. */
export interface NumberForm {
  readonly form: "national" | "international" | "shared";
  readonly number: string;
}

/**
 * The other forms of a number that a filter looks for, in which calls may have stored it; none where it is
 * not a whole number of this country, such as an extension, a part or `anonymous`.
 */
export function otherForms(filter: FilterKeyOf<"phone">, value: string): readonly NumberForm[] {
  const national = nationalNumber(value);
  if (national === undefined || !isWhole(national)) return [];
  const shared = national.replace(/^0/, "");
  const forms: readonly NumberForm[] =
    FILTERS[filter].match === "contains"
      ? [{ form: "shared", number: shared }]
      : [
          { form: "national", number: national },
          { form: "international", number: `+86${shared}` },
          { form: "international", number: `86${shared}` },
        ];
  return forms.filter(({ number }) => number !== value);
}

function isWhole(national: string): boolean {
  return MOBILE.test(national) || (national.startsWith("0") && FIXED_LINE.test(national.slice(1)));
}
