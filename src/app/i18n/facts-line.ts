/** Facts one after the other in a line, as far as there are any: some are sentences, and would end twice. */
export function factsLine(facts: readonly (string | false | undefined)[]): string {
  return facts
    .flatMap((fact) => (fact === undefined || fact === false || fact === "" ? [] : [fact]))
    .map((fact) => fact.replace(/[.。]$/u, ""))
    .join(" · ");
}
