import { safeParse, type ZodMiniType } from "zod/mini";
import { BffError } from "./bff-error.ts";
import { shapeFault } from "./shape-fault.ts";

/**
 * The JSON body of a request, by its schema.
 *
 * @throws BffError `invalid_parameter` that names the first part that is bad, such as `asks.3.of`
 */
export function readBody<T>(body: unknown, schema: ZodMiniType<T>): T {
  const { data, error } = safeParse(schema, body);
  if (error === undefined) return data;
  const [issue] = error.issues;
  const field = issue?.path.join(".") || undefined;
  throw new BffError("invalid_parameter", { field, detail: shapeFault(issue) });
}
