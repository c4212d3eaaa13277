import type { SetVariables } from "./read-variables.ts";

/** One process has them all, so that none of them can be shared. */
const OTHER_PORTS = ["METRICS_PORT", "EMBEDDED_PORT"];
const USUAL_PORT = "8080";

/** Two servers at one port: the system would tell of one of them alone. */
export function portProblems(set: SetVariables): string[] {
  const names = OTHER_PORTS.filter((name) => set.has(name));
  const portOf = (name: string) => Number(set.get(name) ?? USUAL_PORT);
  const problems = names.flatMap((name, index) =>
    ["PORT", ...names.slice(0, index)]
      .filter((other) => portOf(name) === portOf(other) && portOf(name) !== 0)
      .map((other) => `${name}: must be another port than ${nameOf(other, set)}`),
  );
  if (set.has("METRICS_HOST") && !set.has("METRICS_PORT"))
    problems.push("METRICS_HOST: is of no use without METRICS_PORT");
  return problems;
}

const nameOf = (name: string, set: SetVariables) =>
  set.has(name) ? name : `${name}, which is ${USUAL_PORT} unless it is set`;
