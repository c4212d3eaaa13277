import { MAX_PAGE, MAX_PAGE_SIZE } from "#contract/record/list-limits.ts";
import { requiredCount, type WireParameters } from "./wire-parameters.ts";

/** Which part of a list is asked for; both are 1–100. */
export interface RequiredPage {
  readonly page: number;
  readonly pageSize: number;
}

/** @throws WireError naming `PageNumber` or `PageSize` */
export function requiredPage(parameters: WireParameters): RequiredPage {
  return {
    page: requiredCount(parameters, "PageNumber", MAX_PAGE),
    pageSize: requiredCount(parameters, "PageSize", MAX_PAGE_SIZE),
  };
}
