import type { Rights } from "#contract/api/rights.ts";

/** What a reader may not do of what this screen can, by the names of `rights.limits`. */
export function limitsOf({ numbers, searchByNumber, revealNumbers, export: given }: Rights) {
  return [
    ...(numbers === "masked" ? ([revealNumbers ? "maskedUnlessAsked" : "masked"] as const) : []),
    ...(searchByNumber ? [] : (["noSearchByNumber"] as const)),
    ...(given.page ? [] : (["noExport"] as const)),
  ];
}
