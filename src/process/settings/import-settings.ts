import * as z from "zod";
import { EMBEDDED_VARIABLES } from "./embedded-settings.ts";
import { readVariables, type Environment } from "./read-variables.ts";

const importVariables = z.object({ TIME_ZONE: EMBEDDED_VARIABLES.TIME_ZONE });

/**
 * The settings of `npm run import`, from its environment.
 *
 * @throws StartError that lists every variable that is wrong, and no value
 */
export function readImportSettings(environment: Environment): { readonly timeZone: string } {
  const { values } = readVariables(importVariables, environment, () => []);
  return { timeZone: values.TIME_ZONE };
}
