import * as z from "zod";
import {
  EMBEDDED_VARIABLES,
  embeddedSettingsOf,
  type EmbeddedSettings,
} from "./embedded-settings.ts";
import { KEY_PAIR_VARIABLES, keyPairOf, keyPairProblems, type KeyPair } from "./key-pair.ts";
import { readVariables, type Environment } from "./read-variables.ts";

/** The settings of `npm run upstream`. */
export interface UpstreamSettings extends EmbeddedSettings {
  /** With which its clients sign; undefined: it makes one. */
  readonly accessKey: KeyPair | undefined;
}

export const upstreamVariables = z.object({ ...KEY_PAIR_VARIABLES, ...EMBEDDED_VARIABLES });

/**
 * The settings of `npm run upstream`, from its environment.
 *
 * @throws StartError that lists every variable that is wrong, and no value
 */
export function readUpstreamSettings(environment: Environment): UpstreamSettings {
  const { values } = readVariables(upstreamVariables, environment, keyPairProblems);
  return { ...embeddedSettingsOf(values), accessKey: keyPairOf(values) };
}
