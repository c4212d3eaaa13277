import { BffError } from "#bff/http/bff-error.ts";
import { refuseProblems } from "#bff/http/read-query.ts";
import { hasRight, type Rights } from "#contract/api/rights.ts";
import { FILTERS, type Criteria } from "#contract/filter/filters.ts";
import { clearNumbers, sealedNumbers } from "#contract/filter/sealed-number.ts";
import type { NumberSeals, SealedNumber } from "./links/number-seals.ts";
import type { Reader } from "./reader.ts";

/** Whether a reader may look at the calls of a sealed number. */
export function mayFollow({ source }: Pick<SealedNumber, "source">, rights: Rights): boolean {
  return source === "call" || hasRight(rights, "searchByNumber");
}

/**
 * Whether a reader may know a sealed number. Who sees numbers masked and may search by one knows those that
 * are typed; those of calls they would otherwise learn without a reason given.
 */
export function mayKnow({ source }: Pick<SealedNumber, "source">, rights: Rights): boolean {
  return source === "call" ? rights.numbers === "full" : hasRight(rights, "searchByNumber");
}

/**
 * The criteria with the numbers themselves where tokens stood.
 *
 * @throws BffError `invalid_parameter` for one that does not open here, whatever the reason; `right_missing`
 */
export async function openNumbers(
  criteria: Criteria,
  instance: string,
  { rights }: Pick<Reader, "rights">,
  seals: NumberSeals,
): Promise<Criteria> {
  const keys = sealedNumbers(criteria);
  if (keys.length === 0) return criteria;
  const opened = await Promise.all(
    keys.map(async (key) => {
      const filter = FILTERS[key].url;
      const sealed = await seals.open(criteria[key] ?? "", { instance, filter });
      if (sealed === undefined) return refuseProblems([{ name: filter, reason: "unopened" }]);
      if (!mayFollow(sealed, rights))
        throw new BffError("right_missing", { right: "searchByNumber", field: filter });
      return [key, sealed.number] as const;
    }),
  );
  return { ...criteria, ...Object.fromEntries(opened.filter((one) => one !== undefined)) };
}

/**
 * Refuses a number that stands in an address as it is.
 *
 * @throws BffError `invalid_parameter` that names the filter
 */
export function refuseClearNumbers(criteria: Criteria): void {
  const [key] = clearNumbers(criteria);
  if (key === undefined) return;
  throw new BffError("invalid_parameter", {
    field: FILTERS[key].url,
    detail:
      "A telephone number does not travel in an address: send it in the body of `POST /api/records`, or as a token of `POST /api/links`.",
  });
}
