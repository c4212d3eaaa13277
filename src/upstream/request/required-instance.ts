import type { RecordStore } from "#upstream/store/record-store.ts";
import { WireError } from "./wire-error.ts";
import { requiredText, type WireParameters } from "./wire-parameters.ts";

/**
 * The instance that is asked about.
 *
 * @throws WireError `Parameter.Blank`, `NotExists.InstanceId`
 */
export function requiredInstance(
  parameters: WireParameters,
  { instances }: Pick<RecordStore, "instances">,
): string {
  const instance = requiredText(parameters, "InstanceId");
  if (!instances.some(({ id }) => id === instance))
    throw new WireError("NotExists.InstanceId", instance);
  return instance;
}
