import type { EmbeddedDatabase } from "#embedded/database/database.ts";
import { UpstreamError } from "./wire-error.ts";
import { requiredText, type WireParameters } from "./wire-parameters.ts";

/**
 * The instance that is asked about.
 *
 * @throws UpstreamError `Parameter.Blank`, `NotExists.InstanceId`
 */
export function requiredInstance(
  parameters: WireParameters,
  { instances }: Pick<EmbeddedDatabase, "instances">,
): string {
  const instance = requiredText(parameters, "InstanceId");
  if (!instances.some(({ id }) => id === instance))
    throw new UpstreamError("NotExists.InstanceId", instance);
  return instance;
}
