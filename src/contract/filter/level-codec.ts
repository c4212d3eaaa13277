import { isOneOf } from "#contract/record/enums.ts";
import { createCodec, type Codec } from "./codec.ts";
import { LEVEL_FORMULAS, MOST_LEVEL_SECONDS, type ServiceLevel } from "./service-level.ts";

/** Reads and writes how a service level is taken: `30`, `30-less-short`, `30-answered`. */
export const levelCodec: Codec<ServiceLevel> = createCodec(
  (text) => {
    const [, digits = "", formula = LEVEL_FORMULAS[0]] = /^(\d{1,4})(?:-(.+))?$/.exec(text) ?? [];
    const seconds = Number(digits);
    const isGood = seconds >= 1 && seconds <= MOST_LEVEL_SECONDS;
    return isGood && isOneOf(LEVEL_FORMULAS, formula) ? { seconds, formula } : undefined;
  },
  ({ seconds, formula }) =>
    formula === LEVEL_FORMULAS[0] ? String(seconds) : `${seconds}-${formula}`,
);
