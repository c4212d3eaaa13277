import { parseArgs, type ParseArgsConfig } from "node:util";
import { StartError } from "./start-error.ts";

/**
 * The arguments of a command.
 *
 * @param usage how the command is called, in one line
 * @throws StartError that ends with the usage
 */
export function readArguments<const T extends ParseArgsConfig>(
  usage: string,
  config: T,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    // Node says itself what is wrong with an option.
    if (!(error instanceof TypeError && "code" in error)) throw error;
    throw new StartError(`${error.message}\n${usage}`, { cause: error });
  }
}
