import type * as z from "zod";
import { StartError } from "#process/start-error.ts";

/** `process.env`, or what stands for it in tests. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables that hold something: an empty one counts as unset. */
export type SetVariables = ReadonlyMap<string, string>;

/**
 * The variables of a schema, parsed.
 *
 * @param problemsBetween what no variable shows by itself, each as `NAME: what it must be`
 * @throws StartError that lists every variable that is wrong, and no value
 */
export function readVariables<Schema extends z.ZodObject>(
  schema: Schema,
  environment: Environment,
  problemsBetween: (set: SetVariables) => readonly string[],
): { values: z.output<Schema>; set: SetVariables } {
  const set = new Map(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || value === "" ? [] : [[name, value]],
    ),
  );
  const parsed = schema.safeParse(Object.fromEntries(set));
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`),
    ...problemsBetween(set),
  ];
  if (parsed.data !== undefined && problems.length === 0) return { values: parsed.data, set };
  throw new StartError(`Callscope cannot start. Mend the environment:\n  ${problems.join("\n  ")}`);
}
